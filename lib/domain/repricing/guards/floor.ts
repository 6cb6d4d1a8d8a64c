import type { KnownFloor } from '../price-bounds';
import type { Money } from '../../money/money';
import { line, type TrailFacts } from '../trail';
import type { Verdict } from '../scene';

/**
 * Last, and it wins: no price below the floor comes out. A price that was below its floor before is raised to it at once,
 * even where that is further than a step up.
 *
 * @example floor $120, wanted $112: $120
 */
export function keepAtFloor(price: Money, known: KnownFloor): Verdict {
  const { floor } = known;
  const facts = factsOf(known);
  if (price.minor >= floor.minor) return { hold: null, price, line: line('floor', 'passed', price, facts) };
  return { hold: null, price: floor, reason: 'floor', line: line('floor', 'moved', floor, facts) };
}

type Facts = TrailFacts['floor'];

/** Pairs of one cost share their floor, and with it its facts. */
const told = new WeakMap<KnownFloor, Facts>();

function factsOf(known: KnownFloor): Facts {
  let facts = told.get(known);
  if (facts === undefined) {
    const { floor, decidedBy, targetPrice } = known;
    facts = { floorMinor: floor.minor, decidedBy, targetMinor: targetPrice.minor };
    told.set(known, facts);
  }
  return facts;
}
