import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { diagnostics, type Diagnostics } from '@/lib/queries/diagnostics';
import { useBridge } from '../bridge/bridge';
import { useLive } from '../bridge/use-live';
import { exactTimeText } from '../ui/format';
import { Screen, Section } from '../ui/screen';
import { ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { toast } from '../ui/toast';
import { browserText } from './browser-text';
import { Budgets } from './budgets';
import styles from './diagnostics.module.css';
import { cancelRunning, Jobs } from './jobs';
import { Quarantine } from './quarantine';
import { reportText } from './report';
import { Runs } from './runs';
import { SiteReads } from './site-reads';
import { Storage } from './storage';
import { Troubles } from './troubles';
import { useSettingProblems, Versions } from './versions';

/** What support would ask for, and a copy of it without anything private. */
export function DiagnosticsScreen() {
  const live = useLive(diagnostics, []);
  const { device, storageUse } = useBridge();
  const problems = useSettingProblems();
  const copy = async () => {
    if (live.state !== 'ready') return;
    const use = await storageUse().catch(() => null);
    const facts = {
      version: device.version,
      browser: browserText(navigator.userAgent),
      unreadableSettings: problems.map(({ name }) => name),
      usedBytes: use?.usedBytes ?? null,
    };
    await navigator.clipboard.writeText(reportText(live.value, facts, Date.now()));
    toast(t('diagnostics.copied'));
  };
  const action = (
    <Button
      variant="default"
      leftSection={<IconCopy size={16} />}
      disabled={live.state !== 'ready'}
      onClick={() => void copy()}
    >
      {t('diagnostics.copy')}
    </Button>
  );
  return (
    <Screen title={t('nav.diagnostics')} action={action}>
      {live.state === 'loading' ? <SkeletonRows /> : null}
      {live.state === 'failed' ? (
        <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />
      ) : null}
      {live.state === 'ready' ? <Sections found={live.value} /> : null}
    </Screen>
  );
}

function Sections({ found }: { readonly found: Diagnostics }) {
  const isRunning = found.jobs.some((job) => job.lease !== null);
  const cancel = isRunning ? (
    <Button variant="subtle" size="compact-sm" onClick={() => void cancelRunning()}>
      {t('checks.cancel')}
    </Button>
  ) : null;
  return (
    <div className={styles['column']}>
      <Section title={t('checks.jobs')} action={cancel}>
        <Jobs jobs={found.jobs} />
      </Section>
      <Section title={t('diagnostics.runs')}>
        <Runs runs={found.runs} />
      </Section>
      <Section title={t('diagnostics.budget')}>
        <Budgets budgets={found.budgets} />
      </Section>
      <Section title={t('checks.troubles')}>
        <Troubles troubles={found.troubles} />
      </Section>
      <Section title={t('diagnostics.quarantine')}>
        <Quarantine quarantine={found.quarantine} />
      </Section>
      <Section title={t('siteReads.title')}>
        <SiteReads />
      </Section>
      <Section title={t('diagnostics.notices')}>
        <Notices notices={found.notices} />
      </Section>
      <Section title={t('diagnostics.storage')}>
        <Storage tables={found.tables} />
      </Section>
      <Section title={t('checks.versions')}>
        <Versions schema={found.schema} />
      </Section>
    </div>
  );
}

function Notices({ notices }: { readonly notices: Diagnostics['notices'] }) {
  if (notices.length === 0) return <p className={styles['quiet']}>{t('diagnostics.noNotices')}</p>;
  return (
    <ul className={styles['list']}>
      {notices.map((notice) => (
        <li key={notice.id}>
          <div className="archvd-strong">{notice.title}</div>
          <div className={styles['quiet']}>
            {notice.message} · {exactTimeText(notice.at)}
          </div>
        </li>
      ))}
    </ul>
  );
}
