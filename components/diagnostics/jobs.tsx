import { Button } from '@mantine/core';
import type { Diagnostics } from '@/lib/queries/diagnostics';
import { ask } from '../bridge/ask';
import { Age } from '../ui/age-text';
import { countText, whenText } from '../ui/format';
import { Pill } from '../ui/pill';
import { t } from '../ui/text';
import { toast, toastProblem } from '../ui/toast';
import { useNow } from '../ui/use-now';
import styles from './diagnostics.module.css';
import { jobText } from './words';

type Job = Diagnostics['jobs'][number];

/** What runs by itself: when it is due, how it last went, and a way to run it now. */
export function Jobs({ jobs }: { readonly jobs: readonly Job[] }) {
  if (jobs.length === 0) return <p className={styles['quiet']}>{t('diagnostics.noRuns')}</p>;
  // By the name a person sees, not by the one the machinery goes by.
  const named = jobs.toSorted((a, b) => jobText(a.id).localeCompare(jobText(b.id)));
  return (
    <ul className={styles['list']}>
      {named.map((job) => (
        <li key={job.id} className={styles['job']}>
          <span className={styles['jobName']}>
            <span className="archvd-strong">{jobText(job.id)}</span> <JobStanding job={job} />
          </span>
          <Button
            variant="subtle"
            size="compact-sm"
            disabled={job.lease !== null}
            aria-label={t('checks.runNowOf', [jobText(job.id)])}
            onClick={() => void run(job.id)}
          >
            {t('checks.runNow')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function JobStanding({ job }: { readonly job: Job }) {
  const now = useNow(5000);
  if (job.lease !== null && job.lease.until > now) return <Pill tone="accent">{t('diagnostics.running')}</Pill>;
  return (
    <span className={styles['quiet']}>
      {job.dueAt <= now ? t('checks.due') : t('checks.dueAt', [whenText(job.dueAt, now)])}
      {' · '}
      {job.lastSuccessAt === null ? (
        t('checks.neverDone')
      ) : (
        <>
          {t('checks.lastDone')} <Age at={job.lastSuccessAt} />
        </>
      )}
      {job.failures === 0 ? null : ` · ${t('checks.failures', job.failures, [countText(job.failures)])}`}
    </span>
  );
}

async function run(job: Job['id']): Promise<void> {
  const asked = await ask('job/run', { job });
  if (asked.ok) toast(t('checks.started', [jobText(job)]));
  else toastProblem(asked.message);
}

/** Ends what runs now after its page; what is written stays. */
export async function cancelRunning(): Promise<void> {
  const asked = await ask('sync/cancel', {});
  if (asked.ok) toast(t('checks.cancelled'));
  else toastProblem(asked.message);
}
