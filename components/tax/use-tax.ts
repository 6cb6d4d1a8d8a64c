import type { TaxProfile } from '@/lib/domain/tax/tax-profile';
import { readTax, type TaxReading } from '@/lib/queries/tax-books';
import { localOffset } from '../bridge/local-time';
import { useLive, type Live } from '../bridge/use-live';

/** The books as the tax office looks at them, as they are now; null while nobody said where they are taxed. */
export function useTax(profile: TaxProfile | null): Live<TaxReading | null> {
  return useLive(async (books) => (profile === null ? null : readTax(books, profile, localOffset)), [profile]);
}
