import type { Strategy } from '../rule';
import type { Scene, Wish } from '../scene';
import { byAging } from './aging';
import { byDynamic } from './dynamic';
import { byExperiment } from './experiment';
import { byMargin } from './margin';
import { byPosition } from './position';
import { byVelocity } from './velocity';

/** What the rule wants for a listing, before any guard. */
export function applyStrategy(strategy: Strategy, scene: Scene): Wish {
  switch (strategy.kind) {
    case 'position':
      return byPosition(strategy, scene);
    case 'velocity':
      return byVelocity(strategy, scene);
    case 'margin':
      return byMargin(strategy, scene);
    case 'aging':
      return byAging(strategy, scene);
    case 'dynamic':
      return byDynamic(strategy, scene);
    case 'experiment':
      return byExperiment(strategy, scene);
  }
}
