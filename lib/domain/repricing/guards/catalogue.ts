import type { Money } from '../../money/money';
import { line, type TrailFacts } from '../trail';
import { wholePrice } from '../whole-price';
import type { Scene, Verdict } from '../scene';
import type { StepBounds } from './step';
import { keptFrom } from './upper-bound';

/**
 * The catalogue refuses prices outside its limits. The lower one is also part of the floor.
 *
 * @example limits $25 and $2,000, wanted $2,100 from $2,050: $2,000
 */
export function keepInCatalogue(price: Money, scene: Scene, bounds: StepBounds): Verdict {
  const { catalogueMinimum: least, catalogueMaximum: most } = scene.input.listing;
  const facts = factsOf(least?.minor ?? null, most?.minor ?? null);
  const highest = most === null ? null : wholePrice(most, 'down');
  if (highest !== null && price.minor > highest.minor) {
    const hold = keptFrom(highest, scene, bounds);
    if (hold !== null) return { hold, price, line: line('catalogue', 'held', price, facts) };
    return { hold, price: highest, reason: 'catalogue', line: line('catalogue', 'moved', highest, facts) };
  }
  const lowest = least === null ? null : wholePrice(least, 'up');
  if (lowest !== null && price.minor < lowest.minor) {
    return { hold: null, price: lowest, reason: 'catalogue', line: line('catalogue', 'moved', lowest, facts) };
  }
  return { hold: null, price, line: line('catalogue', 'passed', price, facts) };
}

type Facts = TrailFacts['catalogue'];

/** Nearly all products have the same limits. */
let last: Facts = { minimumMinor: null, maximumMinor: null };

function factsOf(minimumMinor: number | null, maximumMinor: number | null): Facts {
  if (last.minimumMinor !== minimumMinor || last.maximumMinor !== maximumMinor) last = { minimumMinor, maximumMinor };
  return last;
}
