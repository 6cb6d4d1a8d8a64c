import type { Diagnostics } from '@/lib/queries/diagnostics';
import { Age } from '../ui/age-text';
import { Explained } from '../ui/explained';
import { countText, durationText, exactTimeText, humanised } from '../ui/format';
import { Pill } from '../ui/pill';
import { t } from '../ui/text';
import styles from './diagnostics.module.css';

type Run = Diagnostics['runs'][number];

const OUTCOMES: Record<Run['outcome'], () => string> = {
  running: () => t('diagnostics.running'),
  done: () => t('connect.done'),
  failed: () => t('connect.failed'),
  stopped: () => t('diagnostics.stopped'),
};

/** The last readings, each with what it did and why it failed. */
export function Runs({ runs }: { readonly runs: readonly Run[] }) {
  if (runs.length === 0) return <p className={styles['quiet']}>{t('diagnostics.noRuns')}</p>;
  return (
    <ul className={styles['list']}>
      {runs.map((run) => (
        <li key={run.id}>
          <div className={styles['run']}>
            <span className="archvd-strong">{humanised(run.job)}</span>
            <Pill tone={run.outcome === 'failed' ? 'needs-you' : run.outcome === 'running' ? 'accent' : 'plain'}>
              {OUTCOMES[run.outcome]()}
            </Pill>
            <span className={styles['grow']} />
            <Explained what={explain(run)}>
              <span className={`archvd-figure ${styles['quiet']}`}>{countsText(run)}</span>
            </Explained>
            <span className={`${styles['quiet']} ${styles['age']}`}>
              <Age at={run.startedAt} />
            </span>
          </div>
          {run.error === null ? null : (
            <div className={styles['quiet']}>
              {run.error.message} ({run.error.code})
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function countsText(run: Run): string {
  const counts = t('diagnostics.runCounts', [countText(run.read), countText(run.written)]);
  return run.finishedAt === null ? counts : `${counts} · ${durationText(run.finishedAt - run.startedAt)}`;
}

function explain(run: Run) {
  return {
    inputs: [
      [t('diagnostics.requests'), countText(run.requests)],
      [t('diagnostics.pages'), countText(run.pages)],
      [t('diagnostics.rejected'), countText(run.rejected)],
      [t('diagnostics.startedAt'), exactTimeText(run.startedAt)],
    ] as const,
    ...(run.requestIds.length === 0
      ? {}
      : { note: t('diagnostics.requestIds', [run.requestIds.slice(0, 5).join(', ')]) }),
  };
}
