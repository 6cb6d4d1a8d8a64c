import type { Strategy } from '../rule';
import type { Scene, Wish } from '../scene';
import { targetFloor } from '../target-floor';
import { higher } from '../whole-price';
import { away, distanceFacts } from './distance';
import { fromAsk } from './from-ask';

type Margin = Extract<Strategy, { kind: 'margin' }>;

/**
 * What brings the target, and the market only where that is above it.
 *
 * @example cost $100, US prepaid, rating 90, 15 % ROI ($137), below by $1: at an ask of $150 it is $149, at $130 it is
 * $137
 */
export function byMargin({ kind, target, distance }: Margin, scene: Scene): Wish {
  const held = targetFloor(scene.input.basis, target);
  if (held.kind === 'unknown') return { kind: 'hold', reason: 'floor-unreachable', facts: () => ({ kind }) };
  return fromAsk(scene, {
    facts: () => ({ kind, heldMinor: held.floor.minor, ...distanceFacts(distance) }),
    rounding: 'down',
    priceAt: (ask) => higher(held.floor, away(ask, 'below', distance)),
  });
}
