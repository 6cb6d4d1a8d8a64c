import { estimateNet } from '../../fees/estimate-net';
import { DAY_MS, HOUR_MS, shiftInstant, type Instant } from '../../time/instant';
import { CAREFUL_GUARDS } from '../careful-guards';
import { BASIS, makeListing, makeRule, NOW, usd, usdOrNone } from '../fake-decision';
import { backtest } from './backtest';
import type { BacktestInput, MarketStep, ReplayedListing } from './backtest-input';
import type { BacktestResult } from './tell-result';

/** Builders for tests: thirty days until NOW, one size of which somebody always asks $190. */

export const DAYS = 30;

export const day = (days: number, hours = 0): Instant => shiftInstant(NOW, (days - DAYS) * DAY_MS + hours * HOUR_MS);

export function makeStep(
  at: Instant,
  ask: number | null,
  offer: number | null = 100,
  last: number | null = 185,
): MarketStep {
  return { at, lowestAsk: usdOrNone(ask), highestOffer: usdOrNone(offer), lastSale: usdOrNone(last) };
}

export function makeReplayed(given: Partial<ReplayedListing> & { readonly id?: string } = {}): ReplayedListing {
  const { id = 'listing-1', variant = 'panda|10|new', ...rest } = given;
  return {
    listing: makeListing({ id, catalogId: variant, externalId: `external-${id}`, listedAt: day(-10) }),
    from: day(0),
    until: null,
    soldAt: null,
    firstPrice: usd(200),
    moves: [],
    variant,
    size: 'panda/10',
    basis: BASIS,
    profitAt: (price) => {
      const net = estimateNet(price, BASIS.schedule, BASIS.profile);
      return net.kind === 'known' ? net.net.minor - 10_000 : null;
    },
    ...rest,
  };
}

export function makeHistory(given: Partial<BacktestInput> = {}): BacktestInput {
  return {
    listings: [makeReplayed()],
    markets: new Map([['panda|10|new', { steps: [makeStep(day(0), 190)], readAt: NOW }]]),
    sales: new Map([['panda/10', { sales: [{ at: day(10), price: usd(190) }], readAt: NOW }]]),
    rules: [makeRule()],
    guards: CAREFUL_GUARDS,
    from: day(0),
    to: NOW,
    everyMs: 6 * HOUR_MS,
    utcOffsetAt: () => 0,
    ...given,
  };
}

export function runToEnd(input: BacktestInput): BacktestResult {
  const replay = backtest(input);
  for (let step = replay.next(); ; step = replay.next()) if (step.done === true) return step.value;
}

type Told = Extract<BacktestResult, { kind: 'told' }>;

/** @throws when nothing could be told */
export function toldOf(input: BacktestInput): Told {
  const result = runToEnd(input);
  if (result.kind !== 'told') throw new Error(result.lacks.join(' '));
  return result;
}
