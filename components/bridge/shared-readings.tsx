import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { instant, SECOND_MS, type Instant } from '@/lib/domain/time/instant';
import { freshness, type Freshness } from '@/lib/queries/freshness';
import { today, type Today } from '@/lib/queries/today';
import { getSetting, watchSetting } from '@/lib/settings/stored-settings';
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
  const regionId = valuation?.regionId ?? null;
  const fresh = useLive((books) => freshness(books, instant(now), regionId), [now, regionId]);
  const seenAt = useTodaySeenAt();
  const live = useLive(
    async (books) => (valuation === null || seenAt === undefined ? null : today(books, valuation, localOffset, seenAt)),
    [valuation, seenAt],
  );
  const read = live.state === 'ready' ? (live.value === null ? LOADING : { ...live, value: live.value }) : live;
  return (
    <FreshnessContext value={fresh}>
      <TodayContext value={read}>{children}</TodayContext>
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

/** Profit, what waits and counts: the first screen and the popup. */
export function useToday(): Live<Today> {
  return useContext(TodayContext);
}
