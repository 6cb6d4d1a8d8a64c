import { hasRoomToLook } from '@/lib/domain/market/live-look';
import type { MessageInput } from '@/lib/messaging/protocol';
import type { PricesDeps } from '@/lib/sync/read-prices';
import { refreshProduct } from '@/lib/sync/refresh-product';

type Asked = Omit<MessageInput<'market/refresh'>, 'unasked'>;

/** An empty region is none: alias refuses one. */
export function toRefresh({ catalogId, usSizes = [], offersOf, basis }: Asked) {
  return {
    catalogId,
    usSizes,
    offersOf,
    basis: basis === undefined ? undefined : { ...basis, regionId: basis.regionId || null },
  };
}

/**
 * Reads a market because a screen shows it, not because somebody asked: less urgent than orders and repricing, and left
 * out altogether while the rate budget is short.
 *
 * @throws MarketError whatever the marketplace refused
 */
export async function lookAgain(reading: PricesDeps, asked: Asked): Promise<void> {
  const { db, clock, marketplace } = reading;
  const budget = (await db.budgets.get(marketplace.id)) ?? null;
  if (hasRoomToLook(budget, clock.now())) await refreshProduct(reading, { ...toRefresh(asked), priority: 'watch' });
}
