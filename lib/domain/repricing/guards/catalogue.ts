import { wholePrice } from '../whole-price';
import type { PriceGuard } from '../scene';
import { keptFrom } from './upper-bound';

/**
 * The catalogue refuses prices outside its limits. The lower one is also part of the floor.
 *
 * @example limits $25 and $2,000, wanted $2,100 from $2,050: $2,000
 */
export const catalogueGuard: PriceGuard<'catalogue'> = {
  name: 'catalogue',
  judge(price, { scene, steps }) {
    const { catalogueMinimum: least, catalogueMaximum: most } = scene.input.listing;
    // Whole prices stay within a limit exactly when they stay within the whole price next to it.
    if (most !== null && price.minor > most.minor) {
      const highest = wholePrice(most, 'down');
      const hold = keptFrom(highest, scene, steps);
      return hold === null ? { hold, price: highest, reason: 'catalogue' } : { hold };
    }
    if (least !== null && price.minor < least.minor) {
      return { hold: null, price: wholePrice(least, 'up'), reason: 'catalogue' };
    }
    return null;
  },
  facts(_price, { scene }) {
    const { catalogueMinimum: least, catalogueMaximum: most } = scene.input.listing;
    return { minimumMinor: least?.minor ?? null, maximumMinor: most?.minor ?? null };
  },
};
