import type { Money } from '../../money/money';
import type { DecisionInput, HoldReason, TrailLine } from '../decision';
import type { Ceiling } from '../price-bounds';
import { line } from '../trail';

/**
 * There must be a price between the floor and the ceiling, and one that the catalogue takes. Neither bound gives way to
 * the other on its own: a floor above the ceiling is a contradiction for a person to solve.
 *
 * @example cost $150 (floor $177) and a ceiling of $170: held, whatever the market does
 */
export function checkBounds({ listing }: DecisionInput, floor: Money, ceiling: Ceiling): HoldReason | null {
  if (floor.minor > ceiling.ceiling.minor) return 'bounds-contradict';
  const { catalogueMaximum } = listing;
  // The floor is whole, so that what is left of the maximum's last dollar does not matter.
  return catalogueMaximum !== null && floor.minor > catalogueMaximum.minor ? 'bounds-contradict' : null;
}

/** The line of bounds that keep a price from being found; `ceiling` null: it cannot be told. */
export function boundsLine({ listing }: DecisionInput, floor: Money, ceiling: Ceiling | null): TrailLine {
  if (ceiling === null) return line('ceiling', 'held', null, { ceilingMinor: null });
  if (floor.minor > ceiling.ceiling.minor) {
    return line('ceiling', 'held', null, {
      ceilingMinor: ceiling.ceiling.minor,
      decidedBy: ceiling.decidedBy,
      referenceMinor: ceiling.reference?.minor ?? null,
      floorMinor: floor.minor,
    });
  }
  const { catalogueMinimum: least, catalogueMaximum: most } = listing;
  return line('catalogue', 'held', null, { minimumMinor: least?.minor ?? null, maximumMinor: most?.minor ?? null });
}
