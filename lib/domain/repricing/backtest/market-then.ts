import type { Money } from '../../money/money';
import { DAY_MS, MINUTE_MS, shiftInstant, type Instant } from '../../time/instant';
import type { VariantMarket } from '../decision';
import type { MarketHistory, MarketStep, SizeSales } from './backtest-input';
import type { ListingPath } from './listing-path';

/** A price just left may still be shown as the lowest ask, as the live guard has it. */
const SHOWN_STILL_MS = 60 * MINUTE_MS;
const LOOK_BACK_MS = 90 * DAY_MS;
const MOST_SALES = 100;

const NOTHING: MarketHistory = { steps: [], readAt: null };
const NO_SALES: SizeSales = { sales: [], readAt: null };

/** One variant's market as it was known at moments that only go forward. */
export class MarketThen {
  readonly #history: MarketHistory;
  readonly #sales: SizeSales;
  readonly #own: readonly ListingPath[];
  #nth = -1;
  #told: { readonly until: number; readonly since: number; readonly sales: VariantMarket['sales'] } | null = null;

  /** @param own all own listings of the variant: their asks are no competitors */
  constructor(history: MarketHistory | undefined, sales: SizeSales | undefined, own: readonly ListingPath[]) {
    this.#history = history ?? NOTHING;
    this.#sales = sales ?? NO_SALES;
    this.#own = own;
  }

  /** null: nothing was known then. */
  stepAt(at: Instant): MarketStep | null {
    const { steps, readAt } = this.#history;
    for (let next = steps[this.#nth + 1]; next !== undefined && next.at <= at; next = steps[this.#nth + 1])
      this.#nth += 1;
    return readAt === null || at > readAt ? null : (steps[this.#nth] ?? null);
  }

  /** The lowest ask of somebody else; null: none is known. An ask that was really ours is not one. */
  competingAsk(step: MarketStep, at: Instant): Money | null {
    const ask = step.lowestAsk;
    if (ask === null) return null;
    return this.#own.some((path) => path.reallyAsked(ask.minor, at, SHOWN_STILL_MS)) ? null : ask;
  }

  /**
   * What a run would have read, had our listings asked what the rule wants: the lowest ask is the lower one of ours and
   * the competing one, just as the marketplace would show it.
   */
  marketAt(at: Instant, lowestOwn: Money | null): VariantMarket {
    const step = this.stepAt(at);
    const competing = step === null ? null : this.competingAsk(step, at);
    const { readAt } = this.#history;
    return {
      // Before the first step nothing had been read.
      readAt: step !== null ? at : this.#nth < 0 ? null : earlier(readAt, at),
      lowestAsk: step === null ? null : lowerOf(competing, lowestOwn),
      highestOffer: step?.highestOffer ?? null,
      lastSale: step?.lastSale ?? null,
      lowestAskConsigned: null,
      lowestAskWithYou: null,
      sales: this.#salesUntil(at),
      salesReadAt: earlier(this.#sales.readAt, at),
      askADayAgo: this.#askAt(shiftInstant(at, -DAY_MS)),
      askAWeekAgo: this.#askAt(shiftInstant(at, -7 * DAY_MS)),
    };
  }

  #askAt(at: Instant): Money | null {
    const { steps } = this.#history;
    for (let nth = this.#nth; nth >= 0; nth -= 1) {
      const step = steps[nth];
      if (step !== undefined && step.at <= at) return step.lowestAsk;
    }
    return null;
  }

  /** Newest first. The same list while no sale comes or goes. */
  #salesUntil(at: Instant): VariantMarket['sales'] {
    const { sales } = this.#sales;
    let until = this.#told?.until ?? 0;
    let since = this.#told?.since ?? 0;
    while ((sales[until]?.at ?? Number.POSITIVE_INFINITY) <= at) until += 1;
    while (since < until && at - (sales[since]?.at ?? at) > LOOK_BACK_MS) since += 1;
    if (this.#told === null || this.#told.until !== until || this.#told.since !== since) {
      const told = sales.slice(Math.max(since, until - MOST_SALES), until).toReversed();
      this.#told = { until, since, sales: told };
    }
    return this.#told.sales;
  }
}

function earlier(a: Instant | null, b: Instant): Instant | null {
  return a === null || a <= b ? a : b;
}

function lowerOf(a: Money | null, b: Money | null): Money | null {
  if (a === null || b === null) return a ?? b;
  return b.minor < a.minor ? b : a;
}
