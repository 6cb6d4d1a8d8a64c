import type { Pair } from '@/lib/domain/inventory/pair';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';
import { amountProblem } from './amount-problem';
import { InPlaceAmount } from './in-place-amount';
import { parseCost } from './parse-cost';
import { saveCost } from './save-cost';
import { useSetting } from './use-setting';

/** What a pair cost, edited where it stands. */
export function CostField({ pair: { id, name, cost } }: { readonly pair: Pair }) {
  const [display] = useSetting('displayCurrency');
  const label = t('cost.of', [name]);
  const keep = (text: string) => {
    const parsed = parseCost(text, cost?.currency ?? display ?? 'USD');
    if (!parsed.ok) return amountProblem(parsed.reason);
    const same = parsed.cost?.minor === cost?.minor && parsed.cost?.currency === cost?.currency;
    if (!same) void saveCost(id, name, parsed.cost);
    return null;
  };
  return (
    <InPlaceAmount
      of={id}
      amount={cost}
      shown={cost === null ? t('cost.addShort') : moneyText(cost, { cents: 'fixed' })}
      names={{ button: cost === null ? t('cost.add', [name]) : `${label} ${moneyText(cost)}`, field: label }}
      whenEmpty="needs-you"
      onKeep={keep}
      testId="cost"
    />
  );
}
