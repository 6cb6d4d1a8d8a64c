import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { instant, SECOND_MS, type Instant } from '@/lib/domain/time/instant';
import { freshness, type Freshness } from '@/lib/queries/freshness';
import { stockCounts, type StockCounts } from '@/lib/queries/stock-counts';
import { today, type Today } from '@/lib/queries/today';
import { getSetting, watchSetting } from '@/lib/settings/stored-settings';
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
  const seenAt = useTodaySeenAt();
  const live = useLive(
    async (books) => (valuation === null || seenAt === undefined ? null : today(books, valuation, localOffset, seenAt)),
    [valuation, seenAt],
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

/** When the person last looked at Today; undefined until that has been read, so that nothing is read twice. */
function useTodaySeenAt(): Instant | null | undefined {
  const [seenAt, setSeenAt] = useState<number | null | undefined>(undefined);
  useEffect(() => {
    const stop = watchSetting('todaySeenAt', setSeenAt);
    void getSetting('todaySeenAt').then((stored) => setSeenAt((before) => (before === undefined ? stored : before)));
    return stop;
  }, []);
  return typeof seenAt === 'number' ? instant(seenAt) : seenAt;
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
