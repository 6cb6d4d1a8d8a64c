import { Button } from '@mantine/core';
import type { OutboxRow } from '@/lib/db/selling-rows';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';
import { listingStatusText } from './words';
import { writeText } from './write-words';
import styles from './write-trouble.module.css';

export interface ConflictSidesProps {
  readonly write: OutboxRow;
  readonly onTake: (take: 'mine' | 'theirs') => void;
}

/** What was wanted beside what alias has now; the person says which counts. */
export function ConflictSides({ write, onTake }: ConflictSidesProps) {
  const { conflict } = write;
  if (conflict === null) return null;
  const { price, status } = conflict;
  const has = [price === null ? null : moneyText(price), statusOf(status)].filter((part) => part !== null).join(', ');
  return (
    <>
      <dl className={styles['sides']}>
        <div>
          <dt>{t('writes.wanted')}</dt>
          <dd className="archvd-figure">{wantedOf(write)}</dd>
        </div>
        <div>
          <dt>{t('writes.has')}</dt>
          <dd className="archvd-figure">{has}</dd>
        </div>
      </dl>
      <div className={styles['actions']}>
        <Button size="compact-sm" variant="default" onClick={() => onTake('theirs')} data-testid="keep-theirs">
          {t('writes.theirs')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onTake('mine')} data-testid="send-mine">
          {t('writes.mine')}
        </Button>
      </div>
    </>
  );
}

function wantedOf(row: OutboxRow): string {
  const { write } = row;
  return write.kind === 'listing/price' ? moneyText(write.to) : writeText(row);
}

/** On sale goes without saying beside a price. */
function statusOf(status: string): string | null {
  return status === 'active' || status === ''
    ? null
    : listingStatusText(status as Parameters<typeof listingStatusText>[0]);
}
