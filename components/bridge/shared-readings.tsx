import { createContext, useContext, type ReactNode } from 'react';
import { instant, SECOND_MS } from '@/lib/domain/time/instant';
import { freshness, type Freshness } from '@/lib/queries/freshness';
import { stockCounts, type StockCounts } from '@/lib/queries/stock-counts';
import { today, type Today } from '@/lib/queries/today';
import { useNow } from '../ui/use-now';
import { localOffset } from './local-time';
import { useLive, type Live } from './use-live';
import { useValuation } from './use-valuation';

const LOADING = { state: 'loading', value: null, message: '' } as const;

const FreshnessContext = createContext<Live<Freshness>>(LOADING);
const TodayContext = createContext<Live<Today>>(LOADING);
const CountsContext = createContext<StockCounts | null>(null);

/** Readings that many parts of a page show: made once per page, however many ask. */
export function SharedReadings({ children }: { readonly children: ReactNode }) {
  const now = useNow(15 * SECOND_MS);
  const valuation = useValuation();
  const fresh = useLive((books) => freshness(books, instant(now)), [now]);
  const live = useLive(
    async (books) => (valuation === null ? null : today(books, valuation, localOffset)),
    [valuation],
  );
  const read = live.state === 'ready' ? (live.value === null ? LOADING : { ...live, value: live.value }) : live;
  // Counting takes longer than all the rest, and a browser reads one thing at a time: figures first.
  const first = read.state !== 'loading';
  const counts = useLive(async (books) => (first ? stockCounts(books) : null), [first]);
  return (
    <FreshnessContext value={fresh}>
      <TodayContext value={read}>
        <CountsContext value={counts.value ?? null}>{children}</CountsContext>
      </TodayContext>
    </FreshnessContext>
  );
}

/** How old the books are and whether somebody is reading new ones right now. */
export function useFreshness(): Live<Freshness> {
  return useContext(FreshnessContext);
}

/** How many are live, not listed, without cost; null until they have been counted. */
export function useStockCounts(): StockCounts | null {
  return useContext(CountsContext);
}

/** Profit and what waits: the first screen and the popup. */
export function useToday(): Live<Today> {
  return useContext(TodayContext);
}
