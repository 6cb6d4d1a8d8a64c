import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ExpenseSplit } from '@/lib/domain/expenses/expense';
import { shareExpense, splitOf } from '@/lib/domain/expenses/share-expense';
import type { Money } from '@/lib/domain/money/money';
import { pairsById } from '@/lib/queries/expense-detail';
import { pairFacts, PairSearch } from '../bridge/pair-search';
import { useLive } from '../bridge/use-live';
import { countText, moneyText } from '../ui/format';
import { t } from '../ui/text';
import styles from './expenses.module.css';

interface PairSharesProps {
  readonly pairIds: readonly string[];
  readonly split: ExpenseSplit;
  /** null: not typed yet, and so there are no shares. */
  readonly amount: Money | null;
  readonly onChange: (part: { readonly pairIds?: readonly string[]; readonly split?: ExpenseSplit }) => void;
}

/** So many are shown by name; the rest is counted. */
const SHOWN = 50;

/** Which pairs an expense is for, and what falls on each of them as it is typed. None: overhead. */
export function PairShares({ pairIds, split, amount, onChange }: PairSharesProps) {
  const live = useLive(async (books) => pairsById(books, pairIds), [pairIds]);
  const pairs = (live.value ?? []).filter(({ id }) => pairIds.includes(id));
  const shares = new Map(
    amount === null ? [] : shareExpense({ amount, pairIds, split }, pairs).map((share) => [share.pairId, share.amount]),
  );
  const isEven = split === 'value' && pairIds.length > 1 && splitOf({ pairIds, split }, pairs) === 'even';
  return (
    <section aria-label={t('expenses.forPairs')}>
      <strong>{t('expenses.forPairs')}</strong>
      <p className={styles['quiet']}>
        {pairIds.length === 0
          ? t('expenses.overheadHint')
          : t('expenses.pairCount', pairIds.length, [countText(pairIds.length)])}
      </p>
      {pairIds.length > 1 ? (
        <>
          <SegmentedControl
            fullWidth
            mt={4}
            aria-label={t('expenses.split')}
            value={split}
            onChange={(value) => onChange({ split: value === 'even' ? 'even' : 'value' })}
            data={[
              { value: 'value', label: t('expenses.byValue') },
              { value: 'even', label: t('expenses.evenly') },
            ]}
          />
          {isEven && live.state === 'ready' ? <p className={styles['quiet']}>{t('expenses.evenWhy')}</p> : null}
        </>
      ) : null}
      <ul className={styles['pairs']} data-testid="expense-shares">
        {pairs.slice(0, SHOWN).map((pair) => (
          <li key={pair.id}>
            <span className="archvd-clip" title={pair.name}>
              {pair.name} <span className="archvd-quiet">{pairFacts(pair)}</span>
            </span>
            <span className="archvd-figure archvd-strong">{shareText(shares.get(pair.id))}</span>
            <ActionIcon
              size={24}
              aria-label={t('expenses.removePair', [pair.name])}
              onClick={() => onChange({ pairIds: pairIds.filter((id) => id !== pair.id) })}
            >
              <IconX size={14} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {pairs.length > SHOWN ? (
        <p className={styles['quiet']}>{t('releases.andMore', [countText(pairs.length - SHOWN)])}</p>
      ) : null}
      <PairSearch
        isOffered={({ id }) => !pairIds.includes(id)}
        onPick={({ id }) => onChange({ pairIds: [...pairIds, id] })}
      />
    </section>
  );
}

function shareText(share: Money | undefined): string {
  return share === undefined ? '' : moneyText(share, { cents: 'fixed' });
}
