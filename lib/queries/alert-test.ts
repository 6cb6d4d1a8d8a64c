import type { ArchvdDatabase } from '@/lib/db/database';
import { listFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import type { AlertOptions, AlertTrigger } from '@/lib/domain/alerts/alert';
import type { AlertFacts } from '@/lib/domain/alerts/alert-facts';
import { sourceOf, type AskFrom, type SoldPair } from '@/lib/domain/alerts/alert-reading';
import type { AlertHold } from '@/lib/domain/alerts/decide-alert';
import { asksOver, type SizeFrom } from '@/lib/domain/alerts/product-market';
import { replayAlert } from '@/lib/domain/alerts/replay-alert';
import type { Product } from '@/lib/domain/catalog/product';
import { resolveFees } from '@/lib/domain/fees/estimate-net';
import { feesFor, type FeeProfile } from '@/lib/domain/fees/fee-schedule';
import type { SalesGap } from '@/lib/domain/market/weekly-volume';
import type { BuyerTerms } from '@/lib/domain/sites/site-profile';
import { DAY_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import type { OffsetAt } from '@/lib/domain/time/period';
import { pricesCursorId } from '@/lib/db/repositories/cursors';
import { currenciesOf, termCurrencies } from './alert-currencies';
import { readPricesOver, readSales } from './product-market';
import { readRates } from './rates';
import { missingWithin, readSalesGaps, type MissingSales } from './sales-gaps';

export interface AlertToTest {
  readonly catalogId: string;
  readonly usSize: number | null;
  readonly trigger: AlertTrigger;
  readonly options: AlertOptions;
}

export interface TestGround {
  readonly now: Instant;
  readonly regionId: string | null;
  readonly profile: FeeProfile;
  /** What buying on the market adds to an ask; left out: not known. */
  readonly buying?: BuyerTerms | null;
  readonly offsetAt: OffsetAt;
  /** The setting of all alerts. */
  readonly mostPerDay: number;
}

/** What draws the history the alert was tried on. */
export interface TestSeries {
  /** The lowest ask from each moment on, oldest first. */
  readonly asks: readonly AskFrom[];
  /** Sales, oldest first. */
  readonly sales: readonly SoldPair[];
}

export type AlertTest =
  | {
      readonly kind: 'tested';
      /** When it would have rung, with what it would have told; oldest first. Fees are those of today. */
      readonly rings: readonly AlertFacts[];
      /** How far the stored history reaches. */
      readonly from: Instant;
      readonly until: Instant;
      readonly days: number;
      readonly series: TestSeries;
      /** Where sales it depends on may have been missed, oldest first: what it would have rung then nobody knows. */
      readonly missing: readonly MissingSales[];
    }
  /** Nothing can be said: too little is stored, or a figure it needs is not known. */
  | { readonly kind: 'not-enough'; readonly gap: AlertHold | 'no-history' | 'calendar'; readonly days: number };

/** Older history is kept a day at a time: too coarse for what rings within hours. */
const REACH_DAYS = 90;

/** Tries an alert on what is stored: it is decided as it would have been at every reading. */
export async function testAlert(db: ArchvdDatabase, asked: AlertToTest, ground: TestGround): Promise<AlertTest> {
  if (sourceOf(asked.trigger.kind) === 'calendar') return { kind: 'not-enough', gap: 'calendar', days: 0 };
  const { buying = null } = ground;
  const history = await readHistory(db, asked, ground);
  const { prices, sales, gaps, until } = history;
  const moments = sourceOf(asked.trigger.kind) === 'prices' ? prices : [...sales.values()].flat();
  const earliest = Math.min(...moments.map(({ at }) => at));
  if (until === null || moments.length === 0 || earliest >= until)
    return { kind: 'not-enough', gap: 'no-history', days: 0 };
  const from = Math.max(earliest, until - REACH_DAYS * DAY_MS) as Instant;
  const days = Math.floor((until - from) / DAY_MS);
  const [schedules, rates] = await Promise.all([
    listFeeSchedules(db, 'alias'),
    readRates(db, ['USD', ...termCurrencies(buying), ...currenciesOf(asked.trigger)]),
  ]);
  const fees = resolveFees(feesFor(schedules, ground.now), ground.profile);
  const replayed = replayAlert({
    ...asked,
    prices,
    sales,
    gaps,
    from,
    until,
    ground: { fees, buying, rates, offsetAt: ground.offsetAt },
    mostPerDay: ground.mostPerDay,
  });
  if (replayed.known === 0) return { kind: 'not-enough', gap: replayed.gap ?? 'no-history', days };
  const missing = restsOnSales(asked.trigger) ? missingWithin(gaps, { from, until }) : [];
  const series = seriesOf(asked, prices, sales);
  return { kind: 'tested', rings: replayed.rings, from, until, days, series, missing };
}

interface Stored {
  readonly prices: readonly SizeFrom[];
  readonly sales: ReadonlyMap<number, readonly SoldPair[]>;
  readonly gaps: ReadonlyMap<number, readonly SalesGap[]>;
  /** When the market was last read. */
  readonly until: Instant | null;
}

async function readHistory(
  db: ArchvdDatabase,
  { catalogId, usSize, trigger }: AlertToTest,
  { now, regionId }: TestGround,
): Promise<Stored> {
  const since = shiftInstant(now, -REACH_DAYS * DAY_MS);
  const product = await db.products.where('catalogId').equals(catalogId).first();
  const made = madeIn(product);
  const own = usSize === null ? made : [usSize];
  const [prices, { sales, salesReadAt }, gaps, cursor] = await Promise.all([
    readPricesOver(db, { catalogId, regionId }, trigger.kind === 'few-sizes-left' ? made : own, since),
    readSales(db, catalogId, own, since),
    readSalesGaps(db, catalogId, own),
    db.cursors.get(pricesCursorId(catalogId, regionId)),
  ]);
  const isOfPrices = sourceOf(trigger.kind) === 'prices';
  const readAts = isOfPrices ? [cursor?.finishedAt ?? null] : [...salesReadAt.values()];
  const known = readAts.flatMap((at) => at ?? []);
  return { prices, sales, gaps, until: known.length === 0 ? null : (Math.max(...known) as Instant) };
}

function restsOnSales({ kind }: AlertTrigger): boolean {
  return sourceOf(kind) === 'sales' || kind === 'under-median';
}

function madeIn(product: Product | undefined): readonly number[] {
  return product?.allowedSizes.map(({ usValue }) => usValue) ?? [];
}

function seriesOf(
  { usSize }: AlertToTest,
  prices: readonly SizeFrom[],
  sales: ReadonlyMap<number, readonly SoldPair[]>,
): TestSeries {
  return {
    asks: asksOver(prices, usSize),
    sales: [...sales.values()].flat().toSorted((a, b) => a.at - b.at),
  };
}
