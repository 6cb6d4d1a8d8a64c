import { readVacation, type Vacation } from '@/lib/queries/vacation';
import { useLive } from './use-live';

/** The holiday that is on; null while there is none, or that has not been read. */
export function useVacation(): Vacation | null {
  return useLive((books) => readVacation(books), []).value;
}
