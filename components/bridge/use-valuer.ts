import type { Pair } from '@/lib/domain/inventory/pair';
import { createValuer, type Valuation, type Valuer } from '@/lib/queries/valuation';
import { useLive } from './use-live';

/** Net, profit and floor at any price, for these pairs; null while fees and rates are read. */
export function useValuer(valuation: Valuation | null, pairs: readonly Pair[]): Valuer | null {
  const costs = pairs.map(({ id, cost, otherCosts }) => [id, cost, otherCosts]);
  const live = useLive(
    async (books) => (valuation === null ? null : createValuer(books, valuation, pairs)),
    [valuation, costs],
  );
  return live.value;
}
