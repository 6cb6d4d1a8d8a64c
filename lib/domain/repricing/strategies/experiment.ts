import { BASIS_POINTS, shareOf } from '../../money/arithmetic';
import type { Strategy } from '../rule';
import type { Scene, Wish } from '../scene';
import { fromAsk } from './from-ask';

type Experiment = Extract<Strategy, { kind: 'experiment' }>;

/**
 * The distance from the lowest competing ask that the listing's arm was given.
 *
 * @example arm of −2 %, ask $150: $147
 */
export function byExperiment({ kind, experimentId }: Experiment, scene: Scene): Wish {
  const { arm } = scene.input;
  if (arm === null || arm.experimentId !== experimentId) {
    return { kind: 'hold', reason: 'not-in-experiment', facts: () => ({ kind, experimentId }) };
  }
  return fromAsk(scene, {
    facts: () => ({ kind, experimentId, armBasisPoints: arm.basisPoints }),
    rounding: arm.basisPoints < 0 ? 'down' : arm.basisPoints > 0 ? 'up' : 'nearest',
    priceAt: (ask) => shareOf(ask, BASIS_POINTS + arm.basisPoints, 'half-up'),
  });
}
