import { useCallback, useEffect, useState } from 'react';
import type { SettingName, SettingValue } from '@/lib/settings/registry';
import { getSetting, setSetting, watchSetting } from '@/lib/settings/stored-settings';
import { toastProblem } from '../ui/toast';

/** A setting that follows every context; null until it has been read. */
export function useSetting<N extends SettingName>(
  name: N,
): readonly [value: SettingValue<N> | null, set: (value: SettingValue<N>) => void] {
  const [value, setValue] = useState<SettingValue<N> | null>(null);
  useEffect(() => {
    let alive = true;
    const stop = watchSetting(name, setValue);
    void getSetting(name).then((stored) => {
      if (alive) setValue(stored);
    });
    return () => {
      alive = false;
      stop();
    };
  }, [name]);
  const set = useCallback(
    (next: SettingValue<N>) => {
      setSetting(name, next).catch((error: unknown) =>
        toastProblem(error instanceof Error ? error.message : String(error)),
      );
    },
    [name],
  );
  return [value, set];
}
