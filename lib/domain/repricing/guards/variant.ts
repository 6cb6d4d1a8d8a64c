import { isUnknownValue } from '../../enums/open-enum';
import { line } from '../trail';
import type { Gate } from '../scene';

/** A price belongs to a size, a condition and a box: where one is not known, no price of the market is this pair's. */
export const variantGate: Gate = {
  judge({ input }) {
    const { usSize, condition, packaging } = input.listing;
    if (usSize === null) return 'size-unknown';
    return isUnknownValue(condition) || isUnknownValue(packaging) ? 'condition-unknown' : null;
  },
  tell({ input }, hold) {
    const { usSize, condition, packaging } = input.listing;
    return line('variant', hold === null ? 'passed' : 'held', null, { usSize, condition, packaging });
  },
};
