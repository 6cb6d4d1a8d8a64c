import { Button } from '@mantine/core';
import { IconDownload, IconHistory, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { instant, MINUTE_MS } from '@/lib/domain/time/instant';
import { localDate } from '@/lib/domain/time/local-date';
import { activityLog, type ActivityEntry, type ActivityLog } from '@/lib/queries/activity-log';
import { useBridge } from '../bridge/bridge';
import { localOffset, periodOf } from '../bridge/local-time';
import { SideDrawer } from '../bridge/side-drawer';
import { useLive } from '../bridge/use-live';
import { countText } from '../ui/format';
import { Screen } from '../ui/screen';
import { Banner, EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { toast, toastProblem } from '../ui/toast';
import { useNow } from '../ui/use-now';
import { useRoute } from '../ui/use-route';
import { activityCsv } from './activity-csv';
import { filterOf, routeOf } from './activity-filter';
import { ActivityList } from './activity-list';
import { ActivityTools } from './activity-tools';
import { EntryDetail } from './entry-detail';
import { aboutText, whatText } from './entry-words';

/** Every decision and every change that was sent, with what it saw. */
export function ActivityScreen() {
  const { route, change } = useRoute();
  const { kind, ruleId, runId, problems, period: choice } = filterOf(route);
  const now = useNow(5 * MINUTE_MS);
  const period = periodOf(choice, instant(now), localOffset);
  const asked = { period, kind, ruleId, runId, problems, search: route.query };
  const live = useLive((books) => activityLog(books, asked), [JSON.stringify(asked)]);
  const log = live.value;
  const open = log?.entries.find(({ id }) => id === route.item) ?? null;
  const narrowed = kind !== null || ruleId !== null || runId !== null || problems || route.query !== '';
  const onRun = (only: string) =>
    change({ ...routeOf({ kind: null, ruleId: null, runId: only, problems: false, period: choice }), item: null });
  return (
    <Screen
      title={t('nav.activity')}
      action={log === null || log.entries.length === 0 ? null : <ExportButton log={log} />}
      tools={<ActivityTools />}
      fixed
    >
      {live.state === 'loading' ? <SkeletonRows /> : null}
      {live.state === 'failed' ? (
        <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />
      ) : null}
      {log?.truncated ? (
        <Banner tone="quiet" icon={IconInfoCircle}>
          {t('activity.truncated')}
        </Banner>
      ) : null}
      {log !== null && log.entries.length === 0 ? (
        <EmptyState
          icon={IconHistory}
          title={narrowed ? t('activity.noMatch') : t('activity.empty')}
          text={narrowed ? t('activity.noMatchText') : t('activity.emptyText')}
        />
      ) : null}
      {log !== null && log.entries.length > 0 ? (
        <ActivityList
          entries={log.entries}
          listKey={JSON.stringify([kind, ruleId, runId, problems, choice, route.query])}
          selectedId={route.item}
          onOpen={({ id }) => change({ item: id })}
        />
      ) : null}
      <SideDrawer
        title={open === null ? null : titleOf(open)}
        onClose={() => change({ item: null })}
        testId="activity-detail"
      >
        {open === null || log === null ? null : (
          <EntryDetail key={open.id} entry={open} rules={log.rules} onRun={onRun} />
        )}
      </SideDrawer>
    </Screen>
  );
}

function titleOf(entry: ActivityEntry): string {
  const about = aboutText(entry);
  return entry.kind === 'holds' || about === '' ? whatText(entry) : about;
}

/** What is shown, as a file for a spreadsheet. */
function ExportButton({ log }: { readonly log: ActivityLog }) {
  const { files } = useBridge();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const text = activityCsv(log);
      const uploaded = await files.upload(new Blob([text], { type: 'text/csv' }));
      if (!uploaded.ok) return toastProblem(t('activity.exportFailed'));
      const fileName = `archvd-activity-${localDate(instant(Date.now()), localOffset)}.csv`;
      await files.save(uploaded.name, fileName);
      toast(t('activity.exported', [fileName, countText(text.split('\r\n').length - 2)]));
    } catch {
      toastProblem(t('activity.exportFailed'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} stroke={1.8} aria-hidden="true" />}
      loading={busy}
      onClick={() => void save()}
      data-testid="export-activity"
    >
      {t('activity.export')}
    </Button>
  );
}
