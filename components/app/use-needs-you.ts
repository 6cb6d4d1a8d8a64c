import { useToday } from '../bridge/use-today';

/** How many orders wait for the seller. */
export function useNeedsYou(): number {
  return useToday().value?.waiting.length ?? 0;
}
