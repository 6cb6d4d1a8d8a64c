import type { Pair } from '@/lib/domain/inventory/pair';
import { InPlaceAmount } from '../bridge/in-place-amount';
import { parseBound, saveBounds } from '../bridge/save-bounds';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';

export interface BoundFieldProps {
  readonly pair: Pair;
  readonly which: 'minimum' | 'maximum';
}

/** The seller's own lowest or highest price of a pair, edited where it stands. */
export function BoundField({ pair, which }: BoundFieldProps) {
  const amount = which === 'minimum' ? pair.priceMinimum : pair.priceMaximum;
  const label = which === 'minimum' ? t('bounds.minimumOf', [pair.name]) : t('bounds.maximumOf', [pair.name]);
  const keep = (text: string) => {
    const parsed = parseBound(text);
    if (!parsed.ok) return parsed.problem;
    const { bound } = parsed;
    if (bound?.minor !== amount?.minor)
      void saveBounds([pair.id], { [which]: bound === null ? null : { ...bound } }).then(
        (refusal) => refusal !== null && toastProblem(refusal),
      );
    return null;
  };
  const shown = amount === null ? t('bounds.set') : moneyText(amount);
  return (
    <InPlaceAmount
      of={pair.id}
      amount={amount}
      shown={shown}
      names={{ button: `${label}: ${shown}`, field: label }}
      whenEmpty="offer"
      onKeep={keep}
      testId={`price-${which}`}
    />
  );
}
