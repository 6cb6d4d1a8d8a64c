import type { ArchvdDatabase } from '@/lib/db/database';
import { backtest } from '@/lib/domain/repricing/backtest/backtest';
import type { BacktestInput } from '@/lib/domain/repricing/backtest/backtest-input';
import type { BacktestResult } from '@/lib/domain/repricing/backtest/tell-result';
import type { GuardSettings } from '@/lib/domain/repricing/guard-settings';
import type { RepricingRule } from '@/lib/domain/repricing/rule';
import { variantId, type VariantKey } from '@/lib/domain/market/quote';
import { DAY_MS, HOUR_MS, MINUTE_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import type { OffsetAt } from '@/lib/domain/time/period';
import { readReplayBooks } from './replay-listings';
import { replayMarket, replaySales } from './replay-markets';
import { sizeKey } from './size-sales';
import type { Valuation } from './valuation';

export interface BacktestRequest {
  readonly rules: readonly RepricingRule[];
  readonly guards: GuardSettings;
  readonly valuation: Valuation;
  /** The seller's own clock, for schedules. */
  readonly offsetAt: OffsetAt;
}

export interface BacktestRun {
  readonly signal: AbortSignal;
  /** Of the whole, 0 to 1. */
  readonly onProgress: (share: number) => void;
  /** Lets the page draw and answer. */
  readonly pause: () => Promise<void>;
}

export interface Backtested {
  readonly result: BacktestResult;
  readonly from: Instant;
  readonly to: Instant;
  /** Hours between two decisions. */
  readonly everyHours: number;
  readonly otherCondition: number;
  readonly withoutSize: number;
}

const REPLAYED_MS = 90 * DAY_MS;
/** Share of the work that is reading. */
const READING = 0.3;
/** Variants read between two pauses. */
const AT_ONCE = 20;

/**
 * What rules would have made of the last 90 days. Reads in small steps and pauses between them, so that the page it runs
 * in stays alive; nothing is written.
 *
 * @throws the signal's reason once it is aborted
 */
export async function runBacktest(
  db: ArchvdDatabase,
  { rules, guards, valuation, offsetAt }: BacktestRequest,
  run: BacktestRun,
): Promise<Backtested> {
  const to = valuation.now;
  const from = shiftInstant(to, -REPLAYED_MS);
  const books = await readReplayBooks(db, from, valuation);
  const everyHours = hoursBetween(books.listings.length);
  const input: BacktestInput = {
    listings: books.listings,
    ...(await readMarkets(db, books.variants, from, run)),
    rules,
    guards,
    from,
    to,
    everyMs: everyHours * HOUR_MS,
    utcOffsetAt: (at) => offsetAt(at) / MINUTE_MS,
  };
  const replay = backtest(input);
  for (let step = replay.next(); ; step = replay.next()) {
    if (step.done === true) {
      const { otherCondition, withoutSize } = books;
      return { result: step.value, from, to, everyHours, otherCondition, withoutSize };
    }
    run.onProgress(READING + (1 - READING) * step.value);
    await run.pause();
    run.signal.throwIfAborted();
  }
}

/** The more listings, the rarer their decisions: so that thousands of them take seconds, not minutes. */
function hoursBetween(listings: number): number {
  if (listings <= 300) return 6;
  return listings <= 1200 ? 12 : 24;
}

async function readMarkets(
  db: ArchvdDatabase,
  variants: readonly VariantKey[],
  from: Instant,
  { signal, onProgress, pause }: BacktestRun,
): Promise<Pick<BacktestInput, 'markets' | 'sales'>> {
  const markets = new Map<string, Awaited<ReturnType<typeof replayMarket>>>();
  const sales = new Map<string, Awaited<ReturnType<typeof replaySales>>>();
  for (let first = 0; first < variants.length; first += AT_ONCE) {
    await Promise.all(
      variants.slice(first, first + AT_ONCE).map(async (key) => {
        const [market, sold] = await Promise.all([replayMarket(db, key, from), replaySales(db, key, from)]);
        markets.set(variantId(key), market);
        sales.set(sizeKey(key), sold);
      }),
    );
    onProgress((READING * Math.min(variants.length, first + AT_ONCE)) / variants.length);
    await pause();
    signal.throwIfAborted();
  }
  return { markets, sales };
}
