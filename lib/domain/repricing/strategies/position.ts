import type { Strategy } from '../rule';
import type { Scene, Wish } from '../scene';
import { away, distanceFacts } from './distance';
import { fromAsk } from './from-ask';

type Position = Extract<Strategy, { kind: 'position' }>;

const ROUNDING = { below: 'down', match: 'nearest', above: 'up' } as const;

/**
 * Below, at or above the lowest competing ask.
 *
 * @example ask $150: below by $1 is $149, match $150, above by 2 % $153
 */
export function byPosition({ kind, side, distance }: Position, scene: Scene): Wish {
  return fromAsk(scene, {
    rounding: ROUNDING[side],
    priceAt(ask) {
      return side === 'match' ? ask : away(ask, side, distance);
    },
    facts() {
      return side === 'match' ? { kind, side } : { kind, side, ...distanceFacts(distance) };
    },
  });
}
