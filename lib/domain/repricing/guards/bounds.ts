import type { Money } from '../../money/money';
import type { DecisionInput } from '../decision';
import type { Ceiling } from '../price-bounds';
import { line } from '../trail';
import { wholePrice } from '../whole-price';
import type { Gate } from '../scene';

/**
 * There must be a price between the floor and the ceiling, and one that the catalogue takes. Neither bound gives way to
 * the other on its own: a floor above the ceiling is a contradiction for a person to solve.
 *
 * @example cost $150 (floor $177) and a ceiling of $170: held, whatever the market does
 */
export function checkBounds({ listing }: DecisionInput, floor: Money, ceiling: Ceiling | null): Gate | null {
  const { catalogueMinimum, catalogueMaximum } = listing;
  if (ceiling === null) {
    return { hold: 'ceiling-unknown', line: line('ceiling', 'held', null, { ceilingMinor: null }) };
  }
  if (floor.minor > ceiling.ceiling.minor) {
    const facts = {
      ceilingMinor: ceiling.ceiling.minor,
      decidedBy: ceiling.decidedBy,
      referenceMinor: ceiling.reference?.minor ?? null,
      floorMinor: floor.minor,
    };
    return { hold: 'bounds-contradict', line: line('ceiling', 'held', null, facts) };
  }
  if (catalogueMaximum !== null && floor.minor > wholePrice(catalogueMaximum, 'down').minor) {
    const facts = { minimumMinor: catalogueMinimum?.minor ?? null, maximumMinor: catalogueMaximum.minor };
    return { hold: 'bounds-contradict', line: line('catalogue', 'held', null, facts) };
  }
  return null;
}
