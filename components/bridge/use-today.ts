import { today, type Today } from '@/lib/queries/today';
import { localOffset } from './local-time';
import { useLive, type Live } from './use-live';
import { useValuation } from './use-valuation';

const LOADING = { state: 'loading', value: null, message: '' } as const;

/** Profit, what waits and counts: the first screen and the popup. */
export function useToday(): Live<Today> {
  const valuation = useValuation();
  const live = useLive(
    async (books) => (valuation === null ? null : today(books, valuation, localOffset)),
    [valuation],
  );
  if (live.state !== 'ready') return live;
  return live.value === null ? LOADING : { ...live, value: live.value };
}
