import { changeOrders, type OrderWish } from '@/lib/commands/change-orders';
import { editSale, type SaleChanges } from '@/lib/commands/edit-sale';
import { reverseSale } from '@/lib/commands/reverse-sale';
import { money, type Money } from '@/lib/domain/money/money';
import { instant } from '@/lib/domain/time/instant';
import type { MessageInput } from '@/lib/messaging/protocol';
import type { MessageHandlers } from '@/lib/messaging/server';
import { attempt, commandDeps, currencyOf, flat } from './attempt';
import type { DeskParts } from './ports';

/** Fulfilment of orders, and what becomes of sales. */
export function orderHandlers({ ground, stored, engine }: Pick<DeskParts, 'ground' | 'stored' | 'engine'>) {
  const deps = commandDeps(ground);

  /** Rows and intent are committed when this answers; nothing has been sent yet. */
  const send = async (orderIds: readonly string[], wish: OrderWish) => {
    const tried = await attempt(ground, () => changeOrders(deps, orderIds, wish));
    if (!tried.ok) return tried;
    const { groupId, accepted, skipped } = tried.value;
    if (groupId !== null) engine.wake();
    return { ok: true as const, groupId, accepted, skipped: [...skipped] };
  };

  return {
    'orders/confirm': ({ orderIds, label }) => send(orderIds, { do: 'confirm', label: label ?? null }),
    'orders/cancel': ({ orderIds }) => send(orderIds, { do: 'cancel' }),
    'orders/label': ({ orderIds, labelType, again }) => send(orderIds, { do: 'label', type: labelType, again }),
    'orders/ship': ({ orderIds }) => send(orderIds, { do: 'ship' }),
    'sales/reverse': async ({ at, penalty, ...told }) =>
      flat(
        await attempt(ground, async () =>
          reverseSale(deps, { ...told, at: instant(at), penalty: penalty === null ? null : amountOf(penalty) }),
        ),
      ),
    'sales/edit': async ({ saleId, changes }) =>
      flat(
        await attempt(ground, async () =>
          editSale(deps, {
            saleId,
            changes: changesOf(changes),
            displayCurrency: await stored.get('displayCurrency'),
          }),
        ),
      ),
  } satisfies Partial<MessageHandlers>;
}

function changesOf({ price, payout, soldAt, paidAt, ...rest }: MessageInput<'sales/edit'>['changes']): SaleChanges {
  const asked = {
    ...rest,
    price: price === undefined ? undefined : amountOf(price),
    payout: payout === undefined || payout === null ? payout : amountOf(payout),
    soldAt: soldAt === undefined ? undefined : instant(soldAt),
    paidAt: paidAt === undefined || paidAt === null ? paidAt : instant(paidAt),
  };
  // What was not asked for must not be there at all.
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as SaleChanges;
}

function amountOf({ minor, currency }: { readonly minor: number; readonly currency: string }): Money {
  return money(minor, currencyOf(currency));
}
