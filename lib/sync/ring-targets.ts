import type { ArchvdDatabase } from '@/lib/db/database';
import { addNoticeOnce } from '@/lib/db/repositories/notices';
import { rateBetween } from '@/lib/db/repositories/fx';
import type { WatchlistItemRow } from '@/lib/db/rows';
import { listFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import { profitAt } from '@/lib/domain/alerts/alert-facts';
import { decideTarget } from '@/lib/domain/alerts/decide-target';
import { MEDIAN_DAYS, medianSale } from '@/lib/domain/alerts/median-sale';
import type { RateOf } from '@/lib/domain/deals/landed-cost';
import type { Product } from '@/lib/domain/catalog/product';
import { resolveFees } from '@/lib/domain/fees/estimate-net';
import { feesFor, type FeeProfile } from '@/lib/domain/fees/fee-schedule';
import type { MarketQuote } from '@/lib/domain/market/quote';
import { subtract } from '@/lib/domain/money/arithmetic';
import type { Money } from '@/lib/domain/money/money';
import type { BuyerTerms } from '@/lib/domain/sites/site-profile';
import { DAY_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { startOfDay, type OffsetAt } from '@/lib/domain/time/period';

/** A watched product whose ask has come down to its target. */
export interface TargetNews {
  /** null: not in the catalogue that was read. */
  readonly product: Product | null;
  /** The size that is asked for so little. */
  readonly usSize: number;
  readonly ask: Money;
  readonly target: Money;
  /** The 30-day median sale less the ask; null: too few sales are known. */
  readonly underMedian: Money | null;
  /** Bought at the ask and sold for the last sale's price, after all fees; null: not known. */
  readonly profit: Money | null;
}

/** Settings that bear on a target; read before the transaction, since nothing else may be waited for inside it. */
export interface TargetTerms {
  readonly profile: FeeProfile;
  /** What buying adds to an ask; null: not known. */
  readonly buying: BuyerTerms | null;
  /** Alerts one watched thing may ring a day. */
  readonly mostPerDay: number;
  readonly offsetAt: OffsetAt;
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
  const known = await knownFacts(db, catalogId, best, terms, now);
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
  const today = db.alertEvents.where('at').aboveOrEqual(startOfDay(now, offsetAt));
  return (await today.filter((event) => event.itemId === itemId).count()) >= mostPerDay;
}

async function knownFacts(
  db: ArchvdDatabase,
  catalogId: string,
  { usSize, ask, lastSale }: Best,
  terms: TargetTerms | null,
  now: Instant,
): Promise<Pick<TargetNews, 'underMedian' | 'profit'>> {
  const since = shiftInstant(now, -MEDIAN_DAYS * DAY_MS);
  const [sales, schedules] = await Promise.all([
    db.marketSales
      .where('[catalogId+usSize+purchasedAt]')
      .between([catalogId, usSize, since], [catalogId, usSize, now], true, true)
      .toArray(),
    listFeeSchedules(db, 'alias'),
  ]);
  const sold = sales.map(({ purchasedAt, price }) => ({ at: purchasedAt, price }));
  const { median } = medianSale(sold, now, ask.currency);
  const underMedian = median === null ? null : subtract(median, ask);
  if (terms === null) return { underMedian, profit: null };
  const fees = resolveFees(feesFor(schedules, now), terms.profile);
  const rates = await ratesFor(db, ask, terms.buying);
  return { underMedian, profit: profitAt({ ask, lastSale, fees, buying: terms.buying, rates }) };
}

/** The rates between the ask and what buying adds to it. */
async function ratesFor(db: ArchvdDatabase, { currency }: Money, buying: BuyerTerms | null): Promise<RateOf> {
  const others = [buying?.fixedFee, buying?.shipping].flatMap((amount) => amount?.currency ?? []);
  const found = await Promise.all(others.map((other) => rateBetween(db, currency, other)));
  return (a, b) =>
    found.find((rate) => rate !== null && [rate.base, rate.quote].every((each) => each === a || each === b)) ?? null;
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
