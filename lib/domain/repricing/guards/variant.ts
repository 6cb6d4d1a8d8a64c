import { isUnknownValue } from '../../enums/open-enum';
import type { DecisionInput, HoldReason } from '../decision';
import { line } from '../trail';
import type { Gate } from '../scene';

/** A price belongs to a size, a condition and a box: where one is not known, no price of the market is this pair's. */
export function checkVariant({ listing }: DecisionInput): Gate {
  const { usSize, condition, packaging } = listing;
  let hold: HoldReason | null = null;
  if (usSize === null) hold = 'size-unknown';
  else if (isUnknownValue(condition) || isUnknownValue(packaging)) hold = 'condition-unknown';
  return { hold, line: line('variant', hold === null ? 'passed' : 'held', null, { usSize, condition, packaging }) };
}
