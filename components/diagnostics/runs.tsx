import type { Diagnostics } from '@/lib/queries/diagnostics';
import { Age } from '../ui/age-text';
import { countText, durationText, exactTimeText } from '../ui/format';
import { Pill } from '../ui/pill';
import { t } from '../ui/text';
import styles from './diagnostics.module.css';
import { adviceText, jobText } from './words';

type Run = Diagnostics['runs'][number];

const OUTCOMES: Record<Run['outcome'], () => string> = {
  running: () => t('diagnostics.running'),
  done: () => t('connect.done'),
  failed: () => t('connect.failed'),
  stopped: () => t('diagnostics.stopped'),
};

/** The last readings, each with what it did and why it failed; opened, with all that support asks for. */
export function Runs({ runs }: { readonly runs: readonly Run[] }) {
  if (runs.length === 0) return <p className={styles['quiet']}>{t('diagnostics.noRuns')}</p>;
  return (
    <ul className={styles['list']}>
      {runs.map((run) => (
        <li key={run.id}>
          <details>
            <summary className={styles['run']}>
              <span className="archvd-strong">{jobText(run.job)}</span>
              {run.outcome === 'done' ? null : (
                <Pill tone={run.outcome === 'failed' ? 'needs-you' : run.outcome === 'running' ? 'accent' : 'plain'}>
                  {OUTCOMES[run.outcome]()}
                </Pill>
              )}
              <span className={styles['grow']} />
              <span className={`archvd-figure ${styles['quiet']} ${styles['counts']}`}>{countsText(run)}</span>
              <span className={`${styles['quiet']} ${styles['age']}`}>
                <Age at={run.startedAt} />
              </span>
            </summary>
            <RunFacts run={run} />
          </details>
          {run.error === null ? null : (
            <p className={styles['quiet']}>
              {run.error.message} {adviceText(run.error.code)}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** `140 read, 12 changed · 1.2 s` */
function countsText(run: Run): string {
  const counts = t('diagnostics.runCounts', [countText(run.read), countText(run.written)]);
  return run.finishedAt === null ? counts : `${counts} · ${durationText(run.finishedAt - run.startedAt)}`;
}

function RunFacts({ run }: { readonly run: Run }) {
  const facts: (readonly [string, string])[] = [
    [t('diagnostics.startedAt'), exactTimeText(run.startedAt)],
    [t('diagnostics.requests'), countText(run.requests)],
    [t('diagnostics.pages'), countText(run.pages)],
    [t('diagnostics.rejected'), countText(run.rejected)],
    ...(run.error === null ? [] : [[t('diagnostics.code'), run.error.code] as const]),
    [
      t('diagnostics.requestIds'),
      run.requestIds.length === 0 ? t('diagnostics.noRequestIds') : run.requestIds.join(', '),
    ],
  ];
  return (
    <dl className={styles['facts']}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="archvd-figure">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
