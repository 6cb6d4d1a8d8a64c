import type { ArchvdDatabase } from '@/lib/db/database';
import { listFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import { rateBetween } from '@/lib/db/repositories/fx';
import { profitAt } from '@/lib/domain/alerts/alert-facts';
import { MEDIAN_DAYS, medianSale } from '@/lib/domain/alerts/median-sale';
import type { RateOf } from '@/lib/domain/deals/landed-cost';
import { resolveFees } from '@/lib/domain/fees/estimate-net';
import { feesFor, type FeeProfile } from '@/lib/domain/fees/fee-schedule';
import { subtract } from '@/lib/domain/money/arithmetic';
import type { Money } from '@/lib/domain/money/money';
import type { BuyerTerms } from '@/lib/domain/sites/site-profile';
import { DAY_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import type { OffsetAt } from '@/lib/domain/time/period';

/** Settings that bear on a target; read before the transaction, since nothing else may be waited for inside it. */
export interface TargetTerms {
  readonly profile: FeeProfile;
  /** What buying adds to an ask; null: not known. */
  readonly buying: BuyerTerms | null;
  /** Alerts one watched thing may ring a day. */
  readonly mostPerDay: number;
  readonly offsetAt: OffsetAt;
}

export interface TargetFacts {
  /** The 30-day median sale less the ask; null: too few sales are known. */
  readonly underMedian: Money | null;
  /** Bought at the ask and sold for the last sale's price, after all fees that are known; null: not known. */
  readonly profit: Money | null;
}

interface SeenAsk {
  readonly catalogId: string;
  readonly usSize: number;
  readonly ask: Money;
  readonly lastSale: Money | null;
}

/** What is known of an ask besides its price: its place among the sales of 30 days, and what it would bring. */
export async function targetFacts(
  db: ArchvdDatabase,
  { catalogId, usSize, ask, lastSale }: SeenAsk,
  terms: TargetTerms | null,
  now: Instant,
): Promise<TargetFacts> {
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
