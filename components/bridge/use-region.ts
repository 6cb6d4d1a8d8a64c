import { useEffect, useState } from 'react';
import { getSetting, watchSetting } from '@/lib/settings/stored-settings';

/**
 * The region whose prices are meant: null is everywhere, undefined that it has not been read yet. As an input of
 * `useLive` it is given as text, since the two are one in JSON.
 */
export function useRegion(): string | null | undefined {
  const [region, setRegion] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    const stop = watchSetting('regionId', setRegion);
    void getSetting('regionId').then((stored) => setRegion((now) => (now === undefined ? stored : now)));
    return stop;
  }, []);
  return region;
}
