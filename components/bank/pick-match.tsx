import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { BankLineDetail } from '@/lib/queries/bank-line';
import type { Candidate } from '@/lib/domain/reconcile/candidate';
import { add } from '@/lib/domain/money/arithmetic';
import type { Money } from '@/lib/domain/money/money';
import { dateText, moneyText } from '../ui/format';
import { t } from '../ui/text';
import { platformText } from '../bridge/sale-platform';
import { matchLine } from './bank-commands';
import { thingText } from './bank-words';
import styles from './bank.module.css';

type Kind = Candidate['kind'];

const KINDS: Readonly<Record<Kind, () => string>> = {
  payout: () => t('bank.aPayout'),
  sales: () => t('bank.theseSales'),
  expense: () => t('bank.anExpense'),
};

interface PickMatchProps {
  readonly detail: BankLineDetail;
  /** Nothing was found for the line: the choice is open from the start. */
  readonly isLikely: boolean;
}

/** What a person says a line is, of all that nothing was found for yet. */
export function PickMatch({ detail, isLikely }: PickMatchProps) {
  const { line, pick } = detail;
  const lists: Readonly<Record<Kind, readonly string[]>> = {
    payout: pick.payouts,
    sales: pick.sales,
    expense: pick.expenses,
  };
  const kinds = (Object.keys(KINDS) as Kind[]).filter((kind) => lists[kind].length > 0);
  const [chosen, setChosen] = useState<Kind | null>(null);
  const [ids, setIds] = useState<readonly string[]>([]);
  const kind = chosen !== null && kinds.includes(chosen) ? chosen : kinds[0];
  if (kind === undefined) return null;
  const marked = ids.filter((id) => lists[kind].includes(id));
  const sum = sumOf(kind, marked, detail);
  return (
    <details className={styles['pick']} open={isLikely} data-testid="pick-match">
      <summary>{t('bank.byHand')}</summary>
      <NativeSelect
        label={t('bank.itIs')}
        value={kind}
        onChange={(event) => {
          setChosen(event.currentTarget.value as Kind);
          setIds([]);
        }}
        data={kinds.map((each) => ({ value: each, label: KINDS[each]() }))}
      />
      <div className={`${styles['choices']} archvd-scroll`} role="group" aria-label={KINDS[kind]()}>
        {lists[kind].map((id) => (
          <Checkbox
            key={id}
            size="xs"
            checked={marked.includes(id)}
            onChange={({ currentTarget: { checked } }) =>
              setIds(checked ? [...marked, id] : marked.filter((each) => each !== id))
            }
            label={choiceText(kind, id, detail)}
          />
        ))}
      </div>
      <p className={styles['quiet']}>
        {sum === null ? t('bank.pickSome') : t('bank.picked', [moneyText(sum), moneyText(line.amount)])}
      </p>
      <Button
        variant="default"
        disabled={marked.length === 0}
        onClick={() => void matchLine(line.id, { kind, ids: marked, reason: '' })}
      >
        {t('bank.match')}
      </Button>
    </details>
  );
}

function amountOf(kind: Kind, id: string, { things }: BankLineDetail): Money | null {
  if (kind === 'payout') return things.payouts.get(id)?.amount ?? null;
  return (kind === 'sales' ? things.sales.get(id)?.payout : things.expenses.get(id)?.amount) ?? null;
}

/** Of what is marked; null: nothing is, or it is in several currencies. */
function sumOf(kind: Kind, ids: readonly string[], detail: BankLineDetail): Money | null {
  const amounts = ids.flatMap((id) => amountOf(kind, id, detail) ?? []);
  const [first, ...rest] = amounts;
  if (first === undefined || rest.some(({ currency }) => currency !== first.currency)) return null;
  return rest.reduce(add, first);
}

function choiceText(kind: Kind, id: string, detail: BankLineDetail): string {
  const { things } = detail;
  const amount = amountOf(kind, id, detail);
  const figure = amount === null ? '' : moneyText(amount, { cents: 'fixed' });
  const sale = kind === 'sales' ? things.sales.get(id) : undefined;
  if (sale !== undefined) return [figure, sale.name, platformText(sale.marketplace), dateText(sale.soldAt)].join(' · ');
  const expense = kind === 'expense' ? things.expenses.get(id) : undefined;
  const day = expense === undefined ? [] : [dateText(expense.spentAt)];
  return [figure, thingText({ kind, ids: [id] }, things), ...day].join(' · ');
}
