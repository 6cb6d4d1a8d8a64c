import { useEffect, useState } from 'react';
import type { ThresholdReading } from '@/lib/domain/tax/thresholds';
import { instant, MINUTE_MS } from '@/lib/domain/time/instant';
import { taxLimits } from '@/lib/queries/tax-limits';
import { useBridge } from '../bridge/bridge';
import { localOffset } from '../bridge/local-time';
import { useSetting } from '../bridge/use-setting';
import { useNow } from '../ui/use-now';
import { limitsPutAway, limitsToShow } from './limits-to-show';

/**
 * Limits of taxes to tell of. They fill over months, and a year of sales is read for them: once when Today is opened and
 * once an hour, not whenever the books change.
 */
export function useTaxLimits(): { readonly limits: readonly ThresholdReading[]; readonly dismiss: () => void } {
  const { books } = useBridge();
  const [profile] = useSetting('taxProfile');
  const [seen, setSeen] = useSetting('taxLimitsSeen');
  const now = useNow(60 * MINUTE_MS);
  const [readings, setReadings] = useState<readonly ThresholdReading[]>([]);
  useEffect(() => {
    if (profile === null) return;
    let alive = true;
    const read = async () => {
      const found = await taxLimits(books, profile, instant(now), localOffset);
      if (alive) setReadings(found);
    };
    // The tax screen says so when the books cannot be read; here there is nothing to tell then.
    read().catch(() => undefined);
    return () => {
      alive = false;
    };
  }, [books, profile, now]);
  return {
    limits: seen === null ? [] : limitsToShow(readings, seen),
    dismiss: () => setSeen(limitsPutAway(readings)),
  };
}
