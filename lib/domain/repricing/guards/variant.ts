import { isUnknownValue } from '../../enums/open-enum';
import type { DecisionInput, HoldReason, PricedListing } from '../decision';
import { line } from '../trail';
import type { Gate } from '../scene';

/** A price belongs to a size, a condition and a box: where one is not known, no price of the market is this pair's. */
export function checkVariant({ listing }: DecisionInput): Gate {
  const { usSize, condition, packaging } = listing;
  if (usSize === null) return tell(listing, 'size-unknown');
  if (isUnknownValue(condition) || isUnknownValue(packaging)) return tell(listing, 'condition-unknown');
  const key = `${usSize}|${condition}|${packaging}`;
  let gate = passes.get(key);
  if (gate === undefined) {
    gate = tell(listing, null);
    passes.set(key, gate);
  }
  return gate;
}

/** There are a few dozen sizes and a dozen conditions and boxes that are known. */
const passes = new Map<string, Gate>();

function tell({ usSize, condition, packaging }: PricedListing, hold: HoldReason | null): Gate {
  return { hold, line: line('variant', hold === null ? 'passed' : 'held', null, { usSize, condition, packaging }) };
}
