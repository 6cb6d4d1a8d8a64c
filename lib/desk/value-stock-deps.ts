import type { ValueStockDeps } from '@/lib/jobs/value-stock';
import type { DeskParts } from './ports';

/** What valuing the stock needs, of the desk. */
export function valueStockDeps({ ground, stored, repricing }: DeskParts): ValueStockDeps {
  return {
    db: ground.db,
    clock: ground.clock,
    offsetAt: repricing.offsetAt,
    valuing: async () => {
      const [currency, profile, regionId] = await Promise.all([
        stored.get('displayCurrency'),
        stored.get('feeProfile'),
        stored.get('regionId'),
      ]);
      return { currency, profile, regionId };
    },
  };
}
