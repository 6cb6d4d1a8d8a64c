import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { diagnostics } from '@/lib/queries/diagnostics';
import { useLive } from '../bridge/use-live';
import { countText, exactTimeText } from '../ui/format';
import { Screen, Section } from '../ui/screen';
import { ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { toast } from '../ui/toast';
import { Budgets } from './budgets';
import styles from './diagnostics.module.css';
import { reportText } from './report';
import { Runs } from './runs';
import { Storage } from './storage';
import { tableCounts } from './words';

/** What support would ask for, and a copy of it without anything private. */
export function DiagnosticsScreen() {
  const live = useLive(diagnostics, []);
  const copy = async () => {
    if (live.state !== 'ready') return;
    await navigator.clipboard.writeText(reportText(live.value, Date.now()));
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
      {live.state === 'ready' ? (
        <>
          <Section title={t('diagnostics.runs')}>
            <Runs runs={live.value.runs} />
          </Section>
          <Section title={t('diagnostics.budget')}>
            <Budgets budgets={live.value.budgets} />
          </Section>
          <Section title={t('diagnostics.quarantine')}>
            <p className={styles['quiet']}>
              {live.value.quarantine.total === 0
                ? t('diagnostics.noQuarantine')
                : t('diagnostics.someQuarantine', live.value.quarantine.total, [
                    countText(live.value.quarantine.total),
                  ])}
            </p>
            {live.value.quarantine.total === 0 ? null : (
              <ul className={styles['list']}>
                {live.value.quarantine.newest.map((row) => (
                  <li key={row.id}>
                    <div className="archvd-strong">
                      {row.endpoint} {row.externalId ?? ''}
                    </div>
                    <div className={styles['quiet']}>{row.issues.join('; ')}</div>
                  </li>
                ))}
              </ul>
            )}
          </Section>
          <Section title={t('diagnostics.notices')}>
            {live.value.notices.length === 0 ? (
              <p className={styles['quiet']}>{t('diagnostics.noNotices')}</p>
            ) : (
              <ul className={styles['list']}>
                {live.value.notices.map((notice) => (
                  <li key={notice.id}>
                    <div className="archvd-strong">{notice.title}</div>
                    <div className={styles['quiet']}>
                      {notice.message} · {exactTimeText(notice.at)}
                    </div>
                  </li>
                ))}
              </ul>
            )}
          </Section>
          <Section title={t('diagnostics.storage')}>
            <Storage />
            <dl className={styles['tables']}>
              {tableCounts(live.value.tables).map(({ label, rows }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd className="archvd-figure">{countText(rows)}</dd>
                </div>
              ))}
            </dl>
          </Section>
        </>
      ) : null}
    </Screen>
  );
}
