import { listOrders, type OrderShow } from '@/lib/queries/orders-list';
import type { Valuation } from '@/lib/queries/valuation';
import { useLive } from '../bridge/use-live';
import { useWindow, WINDOW } from '../ui/use-window';

/** A window of the orders asked for, and every id that was found. */
export function useOrders(show: OrderShow, search: string, valuation: Valuation) {
  const listKey = `${show}|${search}`;
  const [offset, onRange] = useWindow(listKey);
  const live = useLive(
    async (books) => ({
      offset,
      ...(await listOrders(books, { show, search, offset, limit: WINDOW, valuation })),
    }),
    [listKey, offset, valuation],
  );
  return { listKey, live, onRange };
}
