import { useToday } from '../bridge/shared-readings';

/** How many orders wait for the seller. */
export function useNeedsYou(): number {
  return useToday().value?.waiting.length ?? 0;
}
