import { useCallback } from 'react';
import type { SettingName, SettingValue } from '@/lib/settings/registry';
import { useSetting } from '../bridge/use-setting';
import { t } from '../ui/text';
import { toastUndo } from '../ui/toast';

/** A setting that is changed at once, with a way back. `what` begins the sentence that says so. */
export function useChangedSetting<N extends SettingName>(
  name: N,
): readonly [value: SettingValue<N> | null, change: (next: SettingValue<N>, what: string) => void] {
  const [value, set] = useSetting(name);
  const change = useCallback(
    (next: SettingValue<N>, what: string) => {
      // Until it has been read there is nothing to go back to, and nothing on the screen to change it with.
      if (value === null || JSON.stringify(next) === JSON.stringify(value)) return;
      set(next);
      toastUndo(t('options.changed', [what]), () => set(value));
    },
    [set, value],
  );
  return [value, change];
}
