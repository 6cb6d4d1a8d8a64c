import type { CatalogueItem } from '../catalogue/item';
import { mix, normal, randomFrom, studentT4 } from '../random/random';
import {
  ANCHOR_DAY,
  COMMON_DAILY_SD,
  OWN_STEP_SCALE,
  interpolate,
  jumps,
  releaseCurve,
  volatilityByAge,
} from './calibration';
import { DAY_MS, dayOf } from './time';

/** Models older than this many days before the anchor need no path: nobody asks for prices of those days. */
const OLDEST_DAYS = 1300;
const NO_RELEASE_AGE = 1500;

export interface LevelPath {
  /** Log price level of the model (US 10) at a moment; between days it goes straight. */
  logAt(ms: number): number;
  /** Volume factor of a UTC day: 1, or more after a restock. */
  volumeOn(day: number): number;
}

/** Day steps of the whole market. Grows as far as asked. */
export function createCommonFactor(seed: number): (day: number) => number {
  const first = ANCHOR_DAY - OLDEST_DAYS - 60;
  const path: number[] = [0];
  return (day) => {
    for (let last = path.length - 1; first + last < day; last++) {
      path.push((path[last] ?? 0) + COMMON_DAILY_SD * normal(randomFrom(mix(seed, 0xc0, first + last))));
    }
    return path[Math.max(0, day - first)] ?? 0;
  };
}

/** The price path of one model: release curve, t(4) random walk by age, restock jumps, common factor. */
export function createLevelPath(item: CatalogueItem, marketSeed: number, common: (day: number) => number): LevelPath {
  const seed = mix(marketSeed, item.seed);
  const released = item.entry.released === null ? ANCHOR_DAY - NO_RELEASE_AGE : dayOf(Date.parse(item.entry.released));
  const first = Math.max(released - 30, ANCHOR_DAY - OLDEST_DAYS);
  const walk: number[] = [0];
  const jumpDays: number[] = [];

  function extendTo(day: number): void {
    for (let at = first + walk.length; at <= day; at++) {
      const random = randomFrom(mix(seed, 0x1e, at));
      let step = stepScale(at - released) * studentT4(random);
      if (at > released && random() < jumps.perYear / 365) {
        step += jumps.mean + jumps.sd * normal(random);
        jumpDays.push(at);
      }
      walk.push((walk[walk.length - 1] ?? 0) + step);
    }
  }

  function rawOn(day: number): number {
    extendTo(day);
    return (walk[Math.max(0, day - first)] ?? 0) + common(day) + interpolate(releaseCurve, day - released);
  }

  const anchor = Math.log(item.entry.level) - rawOn(ANCHOR_DAY);
  return {
    logAt(ms) {
      const day = dayOf(ms);
      const part = ms / DAY_MS - day;
      return anchor + rawOn(day) * (1 - part) + rawOn(day + 1) * part;
    },
    volumeOn(day) {
      extendTo(day);
      let factor = 1;
      for (const jump of jumpDays) {
        const age = day - jump;
        if (age >= 0 && age < jumps.volumeDays) factor += (jumps.volume - 1) * (1 - age / jumps.volumeDays);
      }
      return factor;
    },
  };
}

function stepScale(age: number): number {
  for (const [until, robustSd] of volatilityByAge) if (age < until) return robustSd * OWN_STEP_SCALE;
  return 0;
}
