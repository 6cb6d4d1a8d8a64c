import type { Strategy } from '../rule';
import type { Scene, Wish } from '../scene';
import { away, distanceFacts } from './distance';
import { fromAsk } from './from-ask';

type Position = Extract<Strategy, { kind: 'position' }>;

/**
 * Below, at or above the lowest competing ask.
 *
 * @example ask $150: below by $1 is $149, match $150, above by 2 % $153
 */
export function byPosition({ kind, side, distance }: Position, scene: Scene): Wish {
  if (side === 'match') {
    return fromAsk(scene, { facts: { kind, side }, rounding: 'nearest', priceAt: (ask) => ask });
  }
  return fromAsk(scene, {
    facts: { kind, side, ...distanceFacts(distance) },
    rounding: side === 'below' ? 'down' : 'up',
    priceAt: (ask) => away(ask, side, distance),
  });
}
