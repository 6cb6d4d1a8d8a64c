import { Button, Loader, Progress } from '@mantine/core';
import { useState } from 'react';
import type { RepricingNow } from '@/lib/queries/repricing-now';
import { ask } from '../bridge/ask';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import { toast, toastProblem } from '../ui/toast';
import styles from './rules.module.css';

/** How far the run being made is, and the way out of it. */
export function RunProgress({ reading }: Pick<RepricingNow, 'reading'>) {
  const [busy, setBusy] = useState(false);
  const cancel = async () => {
    setBusy(true);
    const asked = await ask('repricing/cancel', {});
    setBusy(false);
    if (asked.ok) toast(t('runs.cancelled'));
    else toastProblem(asked.message);
  };
  const isReading = reading !== null && reading.done < reading.of;
  return (
    <div className={styles['running']} data-testid="run-progress">
      <Loader size={16} aria-hidden="true" />
      <b role="status">{t('runs.running')}</b>
      <p>
        {isReading
          ? t('runs.reading', reading.of, [countText(reading.done), countText(reading.of)])
          : t('runs.runningText')}
      </p>
      <Button variant="subtle" size="compact-sm" loading={busy} onClick={() => void cancel()} data-testid="cancel-run">
        {t('action.cancel')}
      </Button>
      {isReading ? (
        <Progress
          className={styles['progress'] ?? ''}
          size={3}
          value={(100 * reading.done) / Math.max(1, reading.of)}
          aria-label={t('runs.running')}
        />
      ) : null}
    </div>
  );
}
