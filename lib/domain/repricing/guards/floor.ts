import type { PriceGuard } from '../scene';

/**
 * Last, and it wins: no price below the floor comes out. A price that was below its floor before is raised to it at once,
 * even where that is further than a step up.
 *
 * @example floor $120, wanted $112: $120
 */
export const floorGuard: PriceGuard<'floor'> = {
  name: 'floor',
  judge: (price, { floor }) =>
    price.minor >= floor.floor.minor ? null : { hold: null, price: floor.floor, reason: 'floor' },
  facts: (_price, { floor: { floor, decidedBy, targetPrice } }) => ({
    floorMinor: floor.minor,
    decidedBy,
    targetMinor: targetPrice.minor,
  }),
};
