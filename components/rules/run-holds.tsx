import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { formatSize } from '@/lib/domain/sizes/format-size';
import type { RunHold, RunHolds as HoldGroup } from '@/lib/queries/run-view';
import { holdAdvice, holdText } from '../bridge/decision-words';
import { countText, moneyText } from '../ui/format';
import { RowButton } from '../ui/row-button';
import { EmptyState } from '../ui/states';
import { t } from '../ui/text';
import styles from './rules.module.css';

interface RunHoldsProps {
  readonly holds: readonly HoldGroup[];
  readonly onOpen: (hold: RunHold) => void;
}

/** Prices that stay, by reason, each with what a person can do about it. */
export function RunHolds({ holds, onOpen }: RunHoldsProps) {
  if (holds.length === 0)
    return <EmptyState icon={IconCircleCheck} title={t('runs.holdsTitle')} text={t('runs.holdsNone')} />;
  return (
    <div className={`${styles['holds']} archvd-scroll`}>
      <ul aria-label={t('runs.holdsTitle')}>
        {holds.map((group) => (
          <Group key={group.reason} group={group} onOpen={onOpen} />
        ))}
      </ul>
    </div>
  );
}

/** Of a reason that holds thousands, the first are named: the rest is alike. */
const NAMED = 50;

function Group({ group, onOpen }: { readonly group: HoldGroup; readonly onOpen: (hold: RunHold) => void }) {
  const [shown, setShown] = useState(false);
  const { reason, rows } = group;
  const { text, way } = holdAdvice(reason);
  return (
    <li data-testid={`hold-${reason}`}>
      <div className={styles['holdHead']}>
        <div>
          <b>{holdText(reason)}</b>
          <span className="archvd-figure">{t('runs.holdCount', rows.length, [countText(rows.length)])}</span>
          <p>
            {text} {way === null ? null : <a href={way.href}>{way.text}</a>}
          </p>
        </div>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={shown}
          aria-label={`${shown ? t('runs.hideThem') : t('runs.showThem')}: ${holdText(reason)}`}
          onClick={() => setShown(!shown)}
        >
          {shown ? t('runs.hideThem') : t('runs.showThem')}
        </Button>
      </div>
      {shown ? (
        <ul className={styles['holdRows']}>
          {rows.slice(0, NAMED).map((hold) => (
            <li key={hold.row.id}>
              <RowButton onClick={() => onOpen(hold)}>{hold.named?.name ?? t('runs.goneListing')}</RowButton>
              <span>{hold.named === null ? '' : formatSize(hold.named.size, hold.named.run)}</span>
              <span className="archvd-figure">{moneyText(hold.row.from)}</span>
            </li>
          ))}
          {rows.length > NAMED ? (
            <li>{t('today.more', rows.length - NAMED, [countText(rows.length - NAMED)])}</li>
          ) : null}
        </ul>
      ) : null}
    </li>
  );
}
