import type { AlertTrigger } from '@/lib/domain/alerts/alert';
import { variantId, type MarketPrice } from '@/lib/domain/market/quote';
import type { FxRate } from '@/lib/domain/money/fx';
import { nearness, type RateOf, type SeenFigures } from '@/lib/domain/watch-schedule/nearness';
import type { ArchvdDatabase } from '../database';
import { rateBetween } from './fx';

/** Something somebody waits for: the next reading may be the one that tells. */
interface Wait {
  readonly catalogId: string;
  /** null: the lowest ask of any size, the highest offer for any. */
  readonly usSize: number | null;
  readonly trigger: AlertTrigger;
  /** It was true at the last reading and must still be at the next. */
  readonly isPending: boolean;
}

/**
 * Products close to an armed target or alert, with the distance of what is nearest, in basis points. Only the prices in
 * question are read, by their keys: a thousand alerts must not cost all prices of a thousand products each minute.
 */
export async function nearProducts(db: ArchvdDatabase, regionId: string | null): Promise<ReadonlyMap<string, number>> {
  const waits = [...(await armedTargets(db)), ...(await armedAlerts(db))];
  const near = new Map<string, number>();
  if (waits.length === 0) return near;
  const pricesOf = await readPrices(db, waits, regionId);
  const rateOf = await readRates(db, waits, [...pricesOf.values()].flat());
  for (const wait of waits) {
    const away = distanceOf(wait, pricesOf.get(sizeKey(wait)) ?? [], rateOf);
    if (away !== null) near.set(wait.catalogId, Math.min(away, near.get(wait.catalogId) ?? away));
  }
  return near;
}

async function armedTargets(db: ArchvdDatabase): Promise<readonly Wait[]> {
  const items = await db.watchlistItems.toArray();
  return items.flatMap(({ deletedAt, targetPrice, reachedAt, catalogId, usSize }) =>
    deletedAt !== null || targetPrice === null || reachedAt !== null
      ? []
      : [{ catalogId, usSize, isPending: false, trigger: { kind: 'ask-at-or-below', price: targetPrice } as const }],
  );
}

async function armedAlerts(db: ArchvdDatabase): Promise<readonly Wait[]> {
  const alerts = await db.alerts.toArray();
  return alerts.flatMap(({ deletedAt, enabled, state, options, catalogId, usSize, trigger }) =>
    deletedAt !== null || !enabled || !state.isArmed
      ? []
      : [{ catalogId, usSize, trigger, isPending: options.confirm && state.trueSince !== null }],
  );
}

function sizeKey({ catalogId, usSize }: Pick<Wait, 'catalogId' | 'usSize'>): string {
  return `${catalogId}|${usSize ?? ''}`;
}

/** New pairs in a good box, with and without consigned ones: what targets and alerts are about. */
async function readPrices(
  db: ArchvdDatabase,
  waits: readonly Wait[],
  regionId: string | null,
): Promise<ReadonlyMap<string, readonly MarketPrice[]>> {
  const whole = [...new Set(waits.flatMap((wait) => (wait.usSize === null ? [wait.catalogId] : [])))];
  const products = await db.products.where('catalogId').anyOf(whole).toArray();
  const sizes = new Map(products.map((one) => [one.catalogId, one.allowedSizes.map(({ usValue }) => usValue)]));
  const idsOf = ({ catalogId, usSize }: Wait): readonly string[] =>
    (usSize === null ? (sizes.get(catalogId) ?? []) : [usSize]).map((size) => plainId(catalogId, size, regionId));
  const wanted = new Map(waits.map((wait) => [sizeKey(wait), idsOf(wait)]));
  const found = await db.marketPrices.bulkGet([...new Set([...wanted.values()].flat())]);
  const byId = new Map(found.flatMap((price) => (price === undefined ? [] : [[price.id, price] as const])));
  return new Map([...wanted].map(([key, ids]) => [key, ids.flatMap((id) => byId.get(id) ?? [])]));
}

function plainId(catalogId: string, usSize: number, regionId: string | null): string {
  const plain = { condition: 'new', packaging: 'good', consigned: null } as const;
  return variantId({ marketplace: 'alias', catalogId, usSize, regionId, ...plain });
}

/** Rates between what is asked and what is waited for, each looked up once. */
async function readRates(db: ArchvdDatabase, waits: readonly Wait[], prices: readonly MarketPrice[]): Promise<RateOf> {
  const seen = new Set(
    prices.flatMap((price) => [price.lowestAsk, price.highestOffer, price.lastSale]).flatMap(currency),
  );
  const meant = new Set(waits.flatMap(({ trigger }) => ('price' in trigger ? trigger.price.currency : [])));
  const rates = new Map<string, FxRate | null>();
  for (const a of seen) for (const b of meant) rates.set(`${a}/${b}`, await rateBetween(db, a, b));
  return (a, b) => rates.get(`${a}/${b}`) ?? null;
}

function currency(amount: SeenFigures['lowestAsk']) {
  return amount === null ? [] : [amount.currency];
}

function distanceOf(
  { usSize, trigger, isPending }: Wait,
  prices: readonly MarketPrice[],
  rateOf: RateOf,
): number | null {
  if (isPending) return 0;
  const [only] = prices;
  const figures = usSize === null ? bestOf(prices) : only;
  return figures === undefined ? null : nearness(trigger, figures, rateOf);
}

/** Of a product watched whole: once one size is past the price, another that is near it is no news. */
function bestOf(prices: readonly MarketPrice[]): SeenFigures {
  const first = (pick: (price: MarketPrice) => SeenFigures['lowestAsk'], sign: 1 | -1) =>
    prices.flatMap((price) => pick(price) ?? []).toSorted((a, b) => sign * (a.minor - b.minor))[0] ?? null;
  return {
    lowestAsk: first((price) => price.lowestAsk, 1),
    highestOffer: first((price) => price.highestOffer, -1),
    lastSale: first((price) => price.lastSale, 1),
  };
}
