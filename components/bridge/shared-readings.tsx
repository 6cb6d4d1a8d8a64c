import { createContext, useContext, type ReactNode } from 'react';
import { instant, SECOND_MS } from '@/lib/domain/time/instant';
import { freshness, type Freshness } from '@/lib/queries/freshness';
import { today, type Today } from '@/lib/queries/today';
import { useNow } from '../ui/use-now';
import { localOffset } from './local-time';
import { useLive, type Live } from './use-live';
import { useValuation } from './use-valuation';

const LOADING = { state: 'loading', value: null, message: '' } as const;

const FreshnessContext = createContext<Live<Freshness>>(LOADING);
const TodayContext = createContext<Live<Today>>(LOADING);

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
  return (
    <FreshnessContext value={fresh}>
      <TodayContext value={read}>{children}</TodayContext>
    </FreshnessContext>
  );
}

/** How old the books are and whether somebody is reading new ones right now. */
export function useFreshness(): Live<Freshness> {
  return useContext(FreshnessContext);
}

/** Profit, what waits and counts: the first screen and the popup. */
export function useToday(): Live<Today> {
  return useContext(TodayContext);
}
