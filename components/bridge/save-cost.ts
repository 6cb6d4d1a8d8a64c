import { isCurrencyCode } from '@/lib/domain/money/currency';
import { money, type Money } from '@/lib/domain/money/money';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';
import { toastProblem, toastUndo } from '../ui/toast';
import { ask } from './ask';

/** Keeps what a pair cost, says so, and offers the way back. Answers whether it was kept. */
export async function saveCost(pairId: string, name: string, cost: Money | null): Promise<boolean> {
  const asked = await ask('pair/set-cost', { pairId, cost });
  if (!asked.ok) {
    toastProblem(asked.message);
    return false;
  }
  const previous = asked.value.ok ? asked.value.previous : null;
  const said = cost === null ? t('cost.cleared', [name]) : t('cost.saved', [name, moneyText(cost)]);
  toastUndo(said, () => void saveAgain(pairId, previous));
  return true;
}

async function saveAgain(pairId: string, previous: { readonly minor: number; readonly currency: string } | null) {
  const cost = previous !== null && isCurrencyCode(previous.currency) ? money(previous.minor, previous.currency) : null;
  const asked = await ask('pair/set-cost', { pairId, cost });
  if (!asked.ok) toastProblem(asked.message);
}
