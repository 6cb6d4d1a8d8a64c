import type { Money } from '../money/money';
import type { Instant } from '../time/instant';
import type { Member } from './draw-arms';

/** How it went for one listing: sold within the time with this profit, or not. */
export interface Outcome {
  readonly listingId: string;
  readonly sold: boolean;
  /** null: sold, but cost, fees or a rate are unknown; not sold counts as nothing earned. */
  readonly profit: Money | null;
}

export interface ArmResult {
  readonly arm: number;
  readonly listings: number;
  readonly sold: number;
  /** Sold listings whose profit is not known: they are left out of the mean. */
  readonly withoutProfit: number;
  /** Mean profit of a listing, unsold ones as zero, in minor units of the display currency, rounded; null: none is known. */
  readonly meanProfitMinor: number | null;
}

/** An arm against the first one: how much the share sold, and the mean profit, differ, each with a 95 % interval. */
export interface Comparison {
  readonly arm: number;
  /** In basis points of the listings. */
  readonly soldShare: Interval;
  readonly meanProfitMinor: Interval | null;
  /** Whether the interval of the profit (of the share, where no profit is known) leaves zero out. */
  readonly differs: boolean;
}

export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/**
 * `running`: the horizon, fixed before it began, is not reached; nothing is compared before, however it looks. `too-few`:
 * it ended with fewer than ten listings in an arm, which tell nothing.
 */
export type Verdict =
  | { readonly kind: 'running'; readonly arms: readonly ArmResult[]; readonly endsAt: Instant }
  | { readonly kind: 'too-few'; readonly arms: readonly ArmResult[] }
  | { readonly kind: 'ended'; readonly arms: readonly ArmResult[]; readonly comparisons: readonly Comparison[] };

interface Judged {
  readonly members: readonly Member[];
  readonly arms: number;
  readonly outcomes: readonly Outcome[];
  readonly endsAt: Instant;
  readonly now: Instant;
}

/** Fewer listings in an arm tell nothing. */
export const FEWEST_OF_ARM = 10;

/** Two-sided 95 % of the normal distribution. */
const Z = 1.959964;

/** What a price experiment says, and only once it may say it. */
export function judgeExperiment({ members, arms, outcomes, endsAt, now }: Judged): Verdict {
  const of = new Map(outcomes.map((outcome) => [outcome.listingId, outcome]));
  const samples = Array.from({ length: arms }, (_, arm) =>
    members.filter((member) => member.arm === arm).flatMap(({ listingId }) => of.get(listingId) ?? []),
  );
  const results = samples.map((sample, arm) => resultOf(arm, sample));
  if (now < endsAt) return { kind: 'running', arms: results, endsAt };
  if (results.some(({ listings }) => listings < FEWEST_OF_ARM)) return { kind: 'too-few', arms: results };
  const [first = [], ...others] = samples;
  // The more arms are compared, the likelier one differs by chance: each must say so by more (Bonferroni).
  const z = others.length > 1 ? (Z_OF_SEVERAL[others.length] ?? Z) : Z;
  return {
    kind: 'ended',
    arms: results,
    comparisons: others.map((other, nth) => compareArms(nth + 1, first, other, z)),
  };
}

/** 97.5 % less what several comparisons take, by their number. */
const Z_OF_SEVERAL: Readonly<Record<number, number>> = { 2: 2.241403, 3: 2.39398 };

function resultOf(arm: number, sample: readonly Outcome[]): ArmResult {
  const sold = sample.filter((outcome) => outcome.sold);
  const profits = profitsOf(sample);
  return {
    arm,
    listings: sample.length,
    sold: sold.length,
    withoutProfit: sold.filter(({ profit }) => profit === null).length,
    meanProfitMinor: profits.length === 0 ? null : Math.round(mean(profits)),
  };
}

/** In minor units; what did not sell earned nothing. */
function profitsOf(sample: readonly Outcome[]): readonly number[] {
  return sample.flatMap(({ sold, profit }) => (sold ? (profit === null ? [] : [profit.minor]) : [0]));
}

function compareArms(arm: number, first: readonly Outcome[], other: readonly Outcome[], z: number): Comparison {
  const soldShare = shareDifference(first, other, z);
  const meanProfitMinor = meanDifference(profitsOf(first), profitsOf(other), z);
  const told = meanProfitMinor ?? soldShare;
  return { arm, soldShare, meanProfitMinor, differs: told.low > 0 || told.high < 0 };
}

/** Difference of two shares by Newcombe's hybrid score interval, which holds for few and for none sold, in basis points. */
function shareDifference(first: readonly Outcome[], other: readonly Outcome[], z: number): Interval {
  const [a, b] = [wilson(other, z), wilson(first, z)];
  const difference = a.share - b.share;
  const low = difference - Math.hypot(a.share - a.low, b.high - b.share);
  const high = difference + Math.hypot(a.high - a.share, b.share - b.low);
  return { estimate: toBasisPoints(difference), low: toBasisPoints(low), high: toBasisPoints(high) };
}

function wilson(sample: readonly Outcome[], z: number): { share: number; low: number; high: number } {
  const n = sample.length;
  const share = sample.filter(({ sold }) => sold).length / n;
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** Difference of two means with unequal variances, in minor units; null when an arm has fewer than ten known profits. */
function meanDifference(first: readonly number[], other: readonly number[], z: number): Interval | null {
  if (first.length < FEWEST_OF_ARM || other.length < FEWEST_OF_ARM) return null;
  const estimate = mean(other) - mean(first);
  const half = z * Math.sqrt(variance(first) / first.length + variance(other) / other.length);
  return { estimate: Math.round(estimate), low: Math.floor(estimate - half), high: Math.ceil(estimate + half) };
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

function variance(values: readonly number[]): number {
  const middle = mean(values);
  return values.reduce((total, value) => total + (value - middle) ** 2, 0) / (values.length - 1);
}

function toBasisPoints(share: number): number {
  return Math.round(share * 10_000);
}
