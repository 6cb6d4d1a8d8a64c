import { minor, money, type Money } from '../money/money';
import { DAY_MS, type Instant } from '../time/instant';
import { localDate } from '../time/local-date';
import { isWithin, type OffsetAt } from '../time/period';
import type { CurrencyCode } from '../money/currency';
import { ruleOn } from './rules/all-rules';
import type { TaxRule } from './rules/rule';
import type { SaleEvent, SettledBooks } from './settle-books';
import type { TaxPeriod } from './tax-period';
import type { TaxProfile } from './tax-profile';
import { type Watched, watchedIn } from './watched-in';

/** How far a limit is filled. */
export interface ThresholdReading {
  readonly rule: TaxRule;
  /** null: over all platforms. */
  readonly platform: string | null;
  readonly period: TaxPeriod;
  readonly reached: Money;
  /** null: it is told in euros, and no rate of the euro is known. Then only sales are counted. */
  readonly limit: Money | null;
  readonly sales: number;
  readonly salesLimit: number | null;
  /**
   * `over`: the limit is passed; where sales and amount both count, both are. `near`: four fifths of it, or it would be
   * passed at this pace. `far`: neither.
   */
  readonly state: 'far' | 'near' | 'over';
  /** The seller has done already what passing it asks for: registered, or joined the one-stop shop. */
  readonly isDone: boolean;
  /** A projection, not a figure of the books: what the period would end with at the pace of its days so far. */
  readonly atThisPace: Money | null;
}

/** A share of a limit from which on it is near. */
const NEAR = 4 / 5;
/** Sooner a pace says nothing. */
const LEAST_DAYS = 30;

/**
 * The limits of a country and how far they are filled now.
 *
 * @param euros the limit of a rule told in euros in the currency of the books; null: no rate is known
 */
export function thresholds(
  books: SettledBooks,
  profile: TaxProfile,
  now: Instant,
  offsetAt: OffsetAt,
  euros: (cents: number) => Money | null,
): readonly ThresholdReading[] {
  return watchedIn(profile, now, offsetAt).flatMap((watched) => {
    const rule =
      profile.country === null ? null : ruleOn(profile.country, watched.id, watched.ruleOn ?? localDate(now, offsetAt));
    if (rule === null || rule.amount === undefined) return [];
    const inEuros = rule.country === 'EU' || rule.id === 'gb-platform-reporting';
    const limit = inEuros ? euros(rule.amount) : money(rule.amount, books.currency);
    const events = books.events.filter(
      (event) => isWithin(watched.period, event.at) && (watched.counts?.(event) ?? true),
    );
    const platforms = watched.perPlatform
      ? [...new Set(events.map(({ sale }) => sale.marketplace))].toSorted()
      : [null];
    return platforms.map((platform) =>
      readingOf(
        { rule, limit, platform, watched, now },
        events.filter(({ sale }) => platform === null || sale.marketplace === platform),
        books.currency,
      ),
    );
  });
}

interface Asked {
  readonly rule: TaxRule;
  readonly limit: Money | null;
  readonly platform: string | null;
  readonly watched: Watched;
  readonly now: Instant;
}

function readingOf(asked: Asked, events: readonly SaleEvent[], currency: CurrencyCode): ThresholdReading {
  const { rule, limit, platform, watched, now } = asked;
  const worth = watched.worth ?? (({ price }) => price.minor);
  const reached = events.reduce((sum, event) => minor(sum + event.sign * worth(event)), 0);
  const sales = events.reduce((sum, { sign }) => sum + sign, 0);
  const salesLimit = rule.count ?? null;
  const atThisPace = paceOf(reached, watched.period, now);
  const passed = (amount: number, count: number): boolean => isPassed(watched.by, rule, limit, amount, count);
  // Just so many sales as the directive leaves out are told from that many on: 30 sales, not 31.
  const pacedSales = atThisPace === null || reached <= 0 ? sales : Math.floor((sales * atThisPace) / reached);
  const near = passed(reached / NEAR, sales / NEAR) || (atThisPace !== null && passed(atThisPace, pacedSales));
  return {
    rule,
    platform,
    period: watched.period,
    reached: money(reached, currency),
    limit,
    sales,
    salesLimit,
    isDone: watched.isDone ?? false,
    state: passed(reached, sales) ? 'over' : near ? 'near' : 'far',
    atThisPace: atThisPace === null ? null : money(atThisPace, currency),
  };
}

function isPassed(by: Watched['by'], rule: TaxRule, limit: Money | null, amount: number, count: number): boolean {
  const most = limit?.minor ?? Number.POSITIVE_INFINITY;
  if (by === 'amount') return amount > most;
  if (by === 'from-amount') return amount >= most;
  if (by === 'both') return amount > most && count > (rule.count ?? 0);
  return amount > most || count >= (rule.count ?? Number.POSITIVE_INFINITY);
}

/** A period that is over, or has hardly begun, has no pace. */
function paceOf(reached: number, period: TaxPeriod, now: Instant): number | null {
  const gone = Math.floor((now - period.from) / DAY_MS);
  const all = Math.round((period.to - period.from) / DAY_MS);
  if (gone < LEAST_DAYS || gone >= all - 1) return null;
  return minor(Math.round((reached / gone) * all));
}
