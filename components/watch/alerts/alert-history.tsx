import { Button, NativeSelect } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useState } from 'react';
import type { AlertKind } from '@/lib/domain/alerts/alert';
import { alertHistory } from '@/lib/queries/alert-events';
import { ask } from '../../bridge/ask';
import { useLive } from '../../bridge/use-live';
import { Chips } from '../../ui/chips';
import { Screen } from '../../ui/screen';
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states';
import { t } from '../../ui/text';
import { toast, toastProblem } from '../../ui/toast';
import { useRoute } from '../../ui/use-route';
import { WatchTabs } from '../watch-tabs';
import styles from './alerts.module.css';
import { ALERT_KINDS, kindText } from './alert-words';
import { EventRow } from './event-row';

const PAGE = 50;

/** What rang, newest first: seen or not, of one kind or all. */
export function AlertHistory() {
  const { route, change } = useRoute();
  const [limit, setLimit] = useState(PAGE);
  const unseen = route.filter === 'unseen';
  const kind = ALERT_KINDS.find((each) => each === route.query) ?? null;
  const live = useLive(
    (books) => alertHistory(books, { kind, unseen, catalogId: route.product, after: null, limit }),
    [kind, unseen, route.product, limit],
  );
  const events = live.value?.events ?? [];
  const narrowed = unseen || kind !== null || route.product !== null;
  return (
    <Screen
      title={t('nav.watch')}
      action={
        events.some(({ seen }) => !seen) ? (
          <Button variant="default" onClick={() => void markSeen()} data-testid="seen-all">
            {t('watchAlert.seenAll')}
          </Button>
        ) : null
      }
      tools={
        <>
          <WatchTabs />
          <Chips
            label={t('watch.show')}
            value={unseen ? 'unseen' : 'all'}
            onChange={(next) => change({ filter: next === 'all' ? null : next }, 'quiet')}
            choices={[
              { value: 'all' as const, label: t('watchAlert.all') },
              { value: 'unseen' as const, label: t('watchAlert.onlyUnseen') },
            ]}
          />
          <KindChoice value={kind} onChange={(next) => change({ query: next ?? '' }, 'quiet')} />
        </>
      }
    >
      {live.state === 'loading' ? <SkeletonRows /> : null}
      {live.state === 'failed' ? (
        <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />
      ) : null}
      {live.state === 'ready' && events.length === 0 ? (
        <EmptyState
          icon={IconBell}
          title={narrowed ? t('watchAlert.historyNone') : t('watchAlert.historyEmpty')}
          text={narrowed ? t('watchAlert.historyNoneText') : t('watchAlert.historyEmptyText')}
        />
      ) : null}
      {events.length === 0 ? null : (
        <ol className={styles['events']} aria-label={t('watch.history')}>
          {events.map((event) => (
            <EventRow key={event.id} event={event} />
          ))}
        </ol>
      )}
      {live.value?.next == null ? null : (
        <div className={styles['below']}>
          <Button variant="default" onClick={() => setLimit((before) => before + PAGE)}>
            {t('watchAlert.older')}
          </Button>
        </div>
      )}
    </Screen>
  );
}

interface KindChoiceProps {
  readonly value: AlertKind | null;
  readonly onChange: (kind: AlertKind | null) => void;
}

function KindChoice({ value, onChange }: KindChoiceProps) {
  return (
    <NativeSelect
      size="xs"
      aria-label={t('watchAlert.kind')}
      value={value ?? ''}
      onChange={(event) => onChange(ALERT_KINDS.find((kind) => kind === event.currentTarget.value) ?? null)}
      data={[
        { value: '', label: t('watchAlert.allKinds') },
        ...ALERT_KINDS.map((kind) => ({ value: kind, label: kindText(kind) })),
      ]}
      styles={{ input: { height: 28, minHeight: 28, fontSize: 'var(--archvd-base)' } }}
    />
  );
}

async function markSeen(): Promise<void> {
  const asked = await ask('alerts/seen', { eventIds: null });
  if (!asked.ok) toastProblem(asked.message);
  else toast(t('watchAlert.seenAllDone'));
}
