import type { ArchvdDatabase } from '@/lib/db/database';
import { listFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import { commissionTiers } from '@/lib/domain/fees/commission-tiers';
import { estimateNet } from '@/lib/domain/fees/estimate-net';
import { feesFor, type FeeSchedule, type FeeProfile } from '@/lib/domain/fees/fee-schedule';
import { isLive } from '@/lib/domain/listings/listing-state';
import { add } from '@/lib/domain/money/arithmetic';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { money, type Money } from '@/lib/domain/money/money';
import type { Instant } from '@/lib/domain/time/instant';
import { DAY_MS, shiftInstant } from '@/lib/domain/time/instant';
import { createValuer, type Valuation } from './valuation';

/** If all live listings sold at today's prices. In the marketplace's currency, save for the profit. */
export interface Forecast {
  readonly listings: number;
  /** Those whose fees are not known, in no sum. */
  readonly unknown: number;
  readonly price: Money;
  readonly commission: Money;
  readonly sellerFee: Money;
  readonly cashOut: Money;
  readonly net: Money;
  /** In the currency of the books, of the listings whose pair's cost is known. */
  readonly profit: { readonly listings: number; readonly amount: Money };
}

/** What one step of the seller rating would bring, on the same prices. */
export interface TierEffect {
  readonly minimumRating: number;
  readonly commissionBasisPoints: number;
  readonly isCurrent: boolean;
  /** After all fees, of the sales of the last 90 days and of the live listings. */
  readonly sales: Money;
  readonly listings: Money;
  /** More or less than with the present rating. */
  readonly salesChange: Money;
  readonly listingsChange: Money;
}

export interface WhatIf {
  readonly forecast: Forecast;
  /** Best rating first; empty where the fee table names none. */
  readonly tiers: readonly TierEffect[];
  /** alias sales of the last 90 days that are counted in the tiers. */
  readonly recentSales: number;
}

const RECENT_DAYS = 90;

/** Today's listings at today's prices, and what another seller rating would change. Reads listings, their pairs and 90 days. */
export async function whatIf(db: ArchvdDatabase, valuation: Valuation): Promise<WhatIf> {
  const { now, profile } = valuation;
  const since = shiftInstant(now, -RECENT_DAYS * DAY_MS);
  const [active, sales, schedules] = await Promise.all([
    db.listings.where('status').equals('active').toArray(),
    db.sales.where('soldAt').above(since).toArray(),
    listFeeSchedules(db, 'alias'),
  ]);
  const live = active.filter(isLive);
  const schedule = feesFor(schedules, now);
  const sold = schedule?.currency ?? valuation.currency;
  const recent = sales.filter(
    ({ marketplace, status, price }) => marketplace === 'alias' && status !== 'reversed' && price.currency === sold,
  );
  const ids = live.map(({ externalId }) => externalId);
  const pairs = await db.inventory.where('goatListingId').anyOf(ids).toArray();
  const pairOf = new Map(pairs.filter(({ deletedAt }) => deletedAt === null).map((pair) => [pair.goatListingId, pair]));
  const valuer = await createValuer(db, valuation, pairs);
  const estimates = live.map(({ price, externalId }) => valuer.estimate(price, pairOf.get(externalId) ?? null));
  const asked = live.map(({ price }) => ({ price, at: now }));
  const took = recent.map(({ price, soldAt }) => ({ price, at: soldAt }));
  return {
    forecast: forecastOf(estimates, sold, valuation.currency),
    tiers: tiersOf({ schedules, schedule, profile, took, asked, currency: sold }),
    recentSales: recent.length,
  };
}

type Estimates = readonly ReturnType<Awaited<ReturnType<typeof createValuer>>['estimate']>[];

function forecastOf(estimates: Estimates, sold: CurrencyCode, currency: CurrencyCode): Forecast {
  const nothing = money(0, sold);
  const sums = { price: nothing, commission: nothing, sellerFee: nothing, cashOut: nothing, net: nothing };
  const profit = { listings: 0, amount: money(0, currency) };
  let unknown = 0;
  for (const { lines, profit: earned } of estimates) {
    if (lines === null || lines.price.currency !== sold) {
      unknown += 1;
      continue;
    }
    sums.price = add(sums.price, lines.price);
    sums.commission = add(sums.commission, lines.commission);
    sums.sellerFee = add(sums.sellerFee, lines.sellerFee);
    sums.cashOut = add(sums.cashOut, lines.cashOut);
    sums.net = add(sums.net, lines.net);
    if (earned === null) continue;
    profit.listings += 1;
    profit.amount = add(profit.amount, earned);
  }
  return { listings: estimates.length, unknown, ...sums, profit };
}

interface Priced {
  readonly price: Money;
  readonly at: Instant;
}

interface TierQuestion {
  readonly schedules: readonly FeeSchedule[];
  /** The one in force; null: none, and then there are no tiers. */
  readonly schedule: FeeSchedule | null;
  readonly profile: FeeProfile;
  readonly took: readonly Priced[];
  readonly asked: readonly Priced[];
  readonly currency: CurrencyCode;
}

function tiersOf(question: TierQuestion): readonly TierEffect[] {
  const { schedule, schedules, profile, took, asked, currency } = question;
  const tiers = schedule === null || profile.country === null ? [] : commissionTiers(schedule, profile.country);
  const netAt = (rating: number | null, priced: readonly Priced[]): number =>
    priced.reduce((sum, { price, at }) => {
      const estimate = estimateNet(price, feesFor(schedules, at), { ...profile, rating });
      return estimate.kind === 'known' ? sum + estimate.net.minor : sum;
    }, 0);
  const now = { sales: netAt(profile.rating, took), listings: netAt(profile.rating, asked) };
  const current = tiers.find(({ minimumRating }) => (profile.rating ?? -1) >= minimumRating);
  return tiers.map((tier) => {
    const [sales, listings] = [netAt(tier.minimumRating, took), netAt(tier.minimumRating, asked)];
    return {
      minimumRating: tier.minimumRating,
      commissionBasisPoints: tier.basisPoints,
      isCurrent: tier === current,
      sales: money(sales, currency),
      listings: money(listings, currency),
      salesChange: money(sales - now.sales, currency),
      listingsChange: money(listings - now.listings, currency),
    };
  });
}
