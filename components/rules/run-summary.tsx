import { IconHandStop } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { money, type Money } from '@/lib/domain/money/money';
import type { RunView } from '@/lib/queries/run-view';
import { Age } from '../ui/age-text';
import { countText, moneyText } from '../ui/format';
import { Banner } from '../ui/states';
import { t } from '../ui/text';
import styles from './rules.module.css';
import { stoppedText } from '../bridge/stopped-words';

/** When a run was made, how much of everything it looked at, and what it does to all asked prices together. */
export function RunSummary({ view, action }: { readonly view: RunView; readonly action: ReactNode }) {
  const { run, changes } = view;
  const sum = sumOf(view);
  const up = changes.filter(({ row, to }) => to.minor > row.from.minor).length;
  return (
    <>
      <div className={styles['summary']}>
        <p data-testid="run-summary">
          <b>{run.mode === 'live' ? t('runs.madeLive') : t('runs.madePreview')}</b>
          <span>
            <Age at={run.finishedAt ?? run.startedAt} />
          </span>
          <span>
            {countText(run.considered)} {t('runs.considered')}
          </span>
          <span>
            {countText(changes.length - up)} {t('runs.lowered')}, {countText(up)} {t('runs.raised')}
          </span>
          {sum === null ? null : (
            <span>
              {t('runs.sum')} <b className="archvd-figure">{moneyText(sum, { sign: 'always' })}</b>
            </span>
          )}
        </p>
        {action}
      </div>
      {run.stopped === null ? null : (
        <Banner tone="needs-you" icon={IconHandStop}>
          {t('runs.stoppedRun')}: {stoppedText(run.stopped)}
        </Banner>
      )}
    </>
  );
}

/** How all asked prices together move; null when nothing does, or they are in several currencies. */
function sumOf({ changes }: RunView): Money | null {
  const currency = changes[0]?.to.currency;
  if (
    currency === undefined ||
    changes.some(({ to, row }) => to.currency !== currency || row.from.currency !== currency)
  )
    return null;
  return money(
    changes.reduce((sum, { to, row }) => sum + to.minor - row.from.minor, 0),
    currency,
  );
}
