import type { Money } from '@/lib/domain/money/money';
import type { WatchRow } from '@/lib/queries/watch-row';
import { ask } from '../bridge/ask';
import { InPlaceAmount } from '../bridge/in-place-amount';
import { offerUndo } from '../bridge/offer-undo';
import { parseTarget } from '../bridge/parse-target';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';
import { wholeName } from './watch-figures';

/** The ask at which it rings, edited where it stands; empty takes it away. */
export function TargetField({ row }: { readonly row: WatchRow }) {
  const { item, lowestAsk } = row;
  const target = item.targetPrice;
  const name = wholeName(row);
  const keep = (text: string) => {
    const parsed = parseTarget(text, target?.currency ?? lowestAsk?.currency ?? 'USD');
    if (!parsed.ok) return parsed.problem;
    void saveTarget(item.id, name, parsed.target);
    return null;
  };
  return (
    <InPlaceAmount
      of={item.id}
      amount={target}
      shown={target === null ? t('watch.setShort') : moneyText(target)}
      names={{
        button: target === null ? t('watch.setTarget', [name]) : t('watch.targetOf', [name, moneyText(target)]),
        field: t('watch.targetFor', [name]),
      }}
      whenEmpty="offer"
      onKeep={keep}
      testId="target"
    />
  );
}

async function saveTarget(itemId: string, name: string, target: Money | null): Promise<void> {
  const asked = await ask('watch/edit', { itemId, targetPrice: target });
  if (!asked.ok) return toastProblem(asked.message);
  const undoId = asked.value.ok ? asked.value.undoId : null;
  if (undoId === null) return;
  offerUndo(target === null ? t('watch.cleared', [name]) : t('watch.saved', [name, moneyText(target)]), undoId);
}
