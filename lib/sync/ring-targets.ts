import type { ArchvdDatabase } from '@/lib/db/database';
import { addNoticeOnce } from '@/lib/db/repositories/notices';
import { latestFxRate } from '@/lib/db/repositories/fx';
import type { WatchlistItemRow } from '@/lib/db/rows';
import { decideTarget } from '@/lib/domain/alerts/decide-target';
import type { Product } from '@/lib/domain/catalog/product';
import type { MarketQuote } from '@/lib/domain/market/quote';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { FxRate } from '@/lib/domain/money/fx';
import type { Money } from '@/lib/domain/money/money';
import type { Instant } from '@/lib/domain/time/instant';

/** A watched product whose ask has come down to its target. */
export interface TargetNews {
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
  return [db.watchlistItems, db.alertEvents, db.notices, db.fxRates];
}

interface Reading {
  readonly catalogId: string;
  readonly product: Product | null;
  /** As they came with this very answer: what was stored before is not news. */
  readonly quotes: readonly MarketQuote[];
  readonly now: Instant;
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
  { catalogId, product, quotes, now }: Reading,
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
  if (best === null) return;
  const id = `target:${item.id}:${now}`;
  const { ask } = decision;
  const facts = { catalogId, usSize: best.usSize, ask: { ...ask }, target: { ...target } };
  await db.watchlistItems.update(item.id, { reachedAt: now });
  const told = words({ product, usSize: best.usSize, ask, target });
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

/** Of new pairs in a good box, with and without consigned ones; of all sizes when none is named. */
export function lowestAsk(
  quotes: readonly MarketQuote[],
  usSize: number | null,
): { usSize: number; ask: Money } | null {
  let best: { usSize: number; ask: Money } | null = null;
  for (const { variant, lowestAsk: ask } of quotes) {
    if (ask === null || variant.condition !== 'new' || variant.packaging !== 'good' || variant.consigned !== null)
      continue;
    if (usSize !== null && variant.usSize !== usSize) continue;
    if (best === null || ask.minor < best.ask.minor) best = { usSize: variant.usSize, ask };
  }
  return best;
}

/** The newer of the two directions in which a rate may be kept; null when they are one currency or none is known. */
export async function rateBetween(db: ArchvdDatabase, a: CurrencyCode, b: CurrencyCode): Promise<FxRate | null> {
  if (a === b) return null;
  const [there, back] = await Promise.all([latestFxRate(db, a, b, EVER), latestFxRate(db, b, a, EVER)]);
  if (there === null || back === null) return there ?? back;
  return back.asOf > there.asOf ? back : there;
}

/** No rate is set ahead of its time: the newest there is, is the one in force. */
const EVER = Number.MAX_SAFE_INTEGER as Instant;
