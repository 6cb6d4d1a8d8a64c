import { Button } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import type { Pair } from '@/lib/domain/inventory/pair';
import { ask } from '../bridge/ask';
import { offerUndo } from '../bridge/offer-undo';
import { dateText, moneyText } from '../ui/format';
import { Banner } from '../ui/states';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';

/** Two entries that look like one pair: says so and offers to join them. Only a person knows. */
export function SamePair({ pair, earlier }: { readonly pair: Pair; readonly earlier: Pair }) {
  const cost = earlier.cost === null ? '' : moneyText(earlier.cost);
  const join = async () => {
    const asked = await ask('pair/take-over', { pairId: pair.id, fromPairId: earlier.id });
    if (!asked.ok) return toastProblem(asked.message);
    if (asked.value.ok) offerUndo(t('pair.tookOver', [cost]), asked.value.undoId);
  };
  return (
    <Banner
      tone="needs-you"
      icon={IconLink}
      action={
        <Button variant="default" size="compact-sm" onClick={() => void join()}>
          {t('pair.takeOver')}
        </Button>
      }
    >
      {earlier.boughtAt === null
        ? t('pair.earlier', [cost])
        : t('pair.earlierBought', [cost, dateText(earlier.boughtAt)])}
    </Banner>
  );
}
