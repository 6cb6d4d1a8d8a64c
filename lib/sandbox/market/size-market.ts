import type { CatalogueItem } from '../catalogue/item';
import { mix, normal, randomFrom } from '../random/random';
import {
  ANCHOR_DAY,
  intensity,
  interpolate,
  otherPremiums,
  sizeEffect,
  sizeShares,
  yeezyPremiums,
} from './calibration';

/** One size of one model: how much of the volume it has and what it costs against US 10. */
export interface SizeMarket {
  /** The US size alias prices it by. */
  readonly us: number;
  readonly seed: number;
  /** Long-run sales a day of this size, all conditions. */
  readonly rate: number;
  /** Log premium over the model's level on a UTC day. */
  premiumOn(day: number): number;
  /** Volume factor of a day's week, mean 1. */
  intensityOn(day: number): number;
}

/** Splits a model's volume over its sizes and gives each its own slow premium. */
export function createSizeMarkets(item: CatalogueItem, marketSeed: number): ReadonlyMap<number, SizeMarket> {
  const sizes = item.wire.allowed_sizes.map((size) => size.us_size_equivalent);
  const weights = sizes.map((us) => shareWeight(us, item.entry.gender));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return new Map(sizes.map((us, i) => [us, createSizeMarket(item, marketSeed, us, (weights[i] ?? 0) / total)]));
}

function shareWeight(us: number, gender: string): number {
  if (gender === 'youth') return us > 9 ? 0.4 : us < 3.5 ? 0.6 : 1 + us / 7;
  const mens = gender === 'women' ? us - 1.5 : us;
  const rareHalf = mens % 1 !== 0 && (mens > 12 || mens < 8) ? (mens > 12 ? 0.12 : 0.6) : 1;
  return interpolate(sizeShares, gender === 'women' ? mens + 2.5 : mens) * rareHalf;
}

function createSizeMarket(item: CatalogueItem, marketSeed: number, us: number, share: number): SizeMarket {
  const seed = mix(marketSeed, item.seed, Math.round(us * 2));
  const thin = share < sizeEffect.thinShare ? sizeEffect.thinFactor : 1;
  const curve = item.entry.name.includes('Yeezy') ? yeezyPremiums : otherPremiums;
  const base = item.entry.gender === 'men' ? interpolate(curve, us) : 0;
  const own = base + 0.6 * sizeEffect.sd * thin * normal(randomFrom(mix(seed, 0x5e)));
  return {
    us,
    seed,
    rate: item.entry.demand * share,
    premiumOn: createSlowWalk(seed, own, sizeEffect.weeklySd * thin),
    intensityOn: createIntensity(seed),
  };
}

/** Weekly steps from 130 weeks before the anchor, straight lines between. */
function createSlowWalk(seed: number, start: number, weeklySd: number): (day: number) => number {
  const firstWeek = Math.floor(ANCHOR_DAY / 7) - 130;
  const walk: number[] = [start];
  const at = (week: number): number => {
    for (let next = walk.length; next <= week - firstWeek; next++) {
      walk.push((walk[next - 1] ?? 0) + weeklySd * normal(randomFrom(mix(seed, 0x3a, next))));
    }
    return walk[Math.max(0, week - firstWeek)] ?? 0;
  };
  return (day) => {
    const week = Math.floor(day / 7);
    const part = day / 7 - week;
    return at(week) * (1 - part) + at(week + 1) * part;
  };
}

/**
 * AR(1) log intensity by week, written as the sum of its last shocks so that any week can be asked without those before
 * it: 16 shocks leave 1 % of the variance out.
 */
function createIntensity(seed: number): (day: number) => number {
  const shock = intensity.sd * Math.sqrt(1 - intensity.phi ** 2);
  const known = new Map<number, number>();
  return (day) => {
    const week = Math.floor((day + 4) / 7);
    let value = known.get(week);
    if (value === undefined) {
      let log = 0;
      for (let back = 0; back < 16; back++)
        log += intensity.phi ** back * shock * normal(randomFrom(mix(seed, 0x1f, week - back)));
      value = Math.exp(log - intensity.sd ** 2 / 2);
      known.set(week, value);
    }
    return value;
  };
}
