import type { ArchvdDatabase } from '@/lib/db/database';
import { addNoticeOnce } from '@/lib/db/repositories/notices';
import { rateBetween } from '@/lib/db/repositories/fx';
import type { WatchlistItemRow } from '@/lib/db/rows';
import { decideTarget } from '@/lib/domain/alerts/decide-target';
import type { Product } from '@/lib/domain/catalog/product';
import type { MarketQuote } from '@/lib/domain/market/quote';
import type { Money } from '@/lib/domain/money/money';
import type { Instant } from '@/lib/domain/time/instant';
import { startOfDay } from '@/lib/domain/time/period';
import { targetFacts, type TargetFacts, type TargetTerms } from './target-facts';

/** A watched product whose ask has come down to its target. */
export interface TargetNews extends TargetFacts {
  /** null: not in the catalogue that was read. */
  readonly product: Product | null;
  /** The size that is asked for so little. */
  readonly usSize: number;
  readonly ask: Money;
  readonly target: Money;
}

/** Words for a reached target; they come from outside, since every word of the companion lives in one place. */
export type TargetWords = (news: TargetNews) => { readonly title: string; readonly message: string };

/** Tables `ringTargets` touches, for the transaction around it. */
export function targetTables(db: ArchvdDatabase) {
  return [db.watchlistItems, db.alertEvents, db.notices, db.fxRates, db.marketSales, db.feeSchedules];
}

interface Reading {
  readonly catalogId: string;
  readonly product: Product | null;
  /** As they came with this very answer: what was stored before is not news. */
  readonly quotes: readonly MarketQuote[];
  readonly now: Instant;
  /** null: not known; nothing is told of fees then, and nothing capped. */
  readonly terms: TargetTerms | null;
}

/**
 * Rings for watched targets that these quotes reach: the event, its notice and the item's mark are one transaction with
 * the quotes, so that a target rings once, also when the worker dies. The item's own stamp stays: nobody edited it.
 */
export async function ringTargets(db: ArchvdDatabase, reading: Reading, words: TargetWords): Promise<void> {
  const items = await db.watchlistItems.where('catalogId').equals(reading.catalogId).toArray();
  for (const item of items) {
    if (item.deletedAt === null && item.targetPrice !== null) await ringOne(db, item, item.targetPrice, reading, words);
  }
}

async function ringOne(
  db: ArchvdDatabase,
  item: WatchlistItemRow,
  target: Money,
  { catalogId, product, quotes, now, terms }: Reading,
  words: TargetWords,
): Promise<void> {
  const best = lowestAsk(quotes, item.usSize);
  const rate = best === null ? null : await rateBetween(db, best.ask.currency, target.currency);
  const decision = decideTarget(item, { ask: best?.ask ?? null, readAt: now, rate }, now);
  if (decision.kind === 'hold') {
    if (decision.reason === 'above-target' && item.reachedAt !== null)
      await db.watchlistItems.update(item.id, { reachedAt: null });
    return;
  }
  if (best === null || (terms !== null && (await rangOften(db, item.id, terms, now)))) return;
  const id = `target:${item.id}:${now}`;
  const { ask } = decision;
  const known = await targetFacts(db, { catalogId, ...best }, terms, now);
  const facts = { catalogId, usSize: best.usSize, ask: { ...ask }, target: { ...target }, ...known };
  await db.watchlistItems.update(item.id, { reachedAt: now });
  const told = words({ product, usSize: best.usSize, ask, target, ...known });
  await db.alertEvents.put({
    id,
    alertId: item.id,
    itemId: item.id,
    catalogId,
    usSize: best.usSize,
    kind: 'ask-at-or-below',
    at: now,
    seen: false,
    onBadge: false,
    ...told,
    digest: null,
    facts,
  });
  const route = `/watch?product=${encodeURIComponent(catalogId)}`;
  await addNoticeOnce(db, { id, at: now, route, ...told });
}

async function rangOften(
  db: ArchvdDatabase,
  itemId: string,
  { mostPerDay, offsetAt }: TargetTerms,
  now: Instant,
): Promise<boolean> {
  const today = db.alertEvents.where('at').between(startOfDay(now, offsetAt), now, true, true);
  return (await today.filter((event) => event.itemId === itemId).count()) >= mostPerDay;
}

interface Best {
  readonly usSize: number;
  readonly ask: Money;
  readonly lastSale: Money | null;
}

/** Of new pairs in a good box, with and without consigned ones; of all sizes when none is named. */
function lowestAsk(quotes: readonly MarketQuote[], usSize: number | null): Best | null {
  let best: Best | null = null;
  for (const { variant, lowestAsk: ask, lastSale } of quotes) {
    if (ask === null || variant.condition !== 'new' || variant.packaging !== 'good' || variant.consigned !== null)
      continue;
    if (usSize !== null && variant.usSize !== usSize) continue;
    if (best === null || ask.minor < best.ask.minor) best = { usSize: variant.usSize, ask, lastSale };
  }
  return best;
}
