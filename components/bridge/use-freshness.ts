import { instant, SECOND_MS } from '@/lib/domain/time/instant';
import { freshness, type Freshness } from '@/lib/queries/freshness';
import { useNow } from '../ui/use-now';
import { useLive, type Live } from './use-live';

/** How old the books are and whether somebody is reading new ones right now. */
export function useFreshness(): Live<Freshness> {
  const now = useNow(15 * SECOND_MS);
  return useLive((books) => freshness(books, instant(now)), [now]);
}
