import { useMemo } from 'react';
import { instant, MINUTE_MS } from '@/lib/domain/time/instant';
import type { Valuation } from '@/lib/queries/valuation';
import { useNow } from '../ui/use-now';
import { useRegion } from './use-region';
import { useSetting } from './use-setting';

/** How money is told now: fees, rates and currency of this seller; null until the settings have been read. */
export function useValuation(): Valuation | null {
  const now = useNow(5 * MINUTE_MS);
  const [currency] = useSetting('displayCurrency');
  const [profile] = useSetting('feeProfile');
  const regionId = useRegion();
  return useMemo(
    () =>
      currency === null || profile === null || regionId === undefined
        ? null
        : { now: instant(now), currency, profile, regionId },
    [now, currency, profile, regionId],
  );
}
