import { pairStory, type PairStory } from '@/lib/queries/pair-story';
import { useLive } from '../bridge/use-live';
import { useValuation } from '../bridge/use-valuation';

/** The pair a form is about: null while it is read, `gone` when there is none. */
export function usePair(pairId: string): PairStory | null | 'gone' {
  const valuation = useValuation();
  const live = useLive(
    async (books) => (valuation === null ? null : ((await pairStory(books, pairId, valuation)) ?? 'gone')),
    [pairId, valuation],
  );
  return live.value;
}
