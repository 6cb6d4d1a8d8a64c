import { useMemo } from 'react';
import { inCurrency } from '@/lib/domain/money/fx';
import { money } from '@/lib/domain/money/money';
import { thresholds, type ThresholdReading } from '@/lib/domain/tax/thresholds';
import { instant, MINUTE_MS } from '@/lib/domain/time/instant';
import type { TaxReading } from '@/lib/queries/tax-books';
import { localOffset } from '../bridge/local-time';
import { useNow } from '../ui/use-now';

/** How far every limit is filled now; nothing while the books are being read. */
export function useThresholds(reading: TaxReading | null): readonly ThresholdReading[] {
  const now = instant(useNow(60 * MINUTE_MS));
  return useMemo(() => {
    if (reading === null) return [];
    const { settled, profile, books } = reading;
    const { currency } = settled;
    const euros = (cents: number) =>
      inCurrency(money(cents, 'EUR'), currency, books.rateAt('EUR', currency, now), 'half-even');
    return thresholds(settled, profile, now, localOffset, euros);
  }, [reading, now]);
}
