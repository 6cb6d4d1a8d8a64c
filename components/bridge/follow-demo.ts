import type { SettingValue } from '@/lib/settings/registry';
import { watchSetting } from '@/lib/settings/stored-settings';
import { windowStore } from '@/lib/settings/window-store';

type Demo = SettingValue<'demo'>;

let held = false;

/** Loads the page anew when the demo begins or ends: it then opens the other books. */
export function followDemo(shown: Demo): void {
  watchSetting('demo', (next) => {
    if (next?.startedAt === shown?.startedAt) return;
    windowStore.clear();
    if (!held) location.reload();
  });
}

/** The page that asked for the change waits for the answer, to tell it. */
export function holdReload(): { readonly reload: (say: string) => void; readonly letGo: () => void } {
  held = true;
  return {
    reload: (say) => {
      history.replaceState({ archvdSays: say }, '', location.href);
      location.reload();
    },
    letGo: () => void (held = false),
  };
}

/** What the page was to say after it was loaded anew; null when nothing, and at the second call. */
export function takeWords(): string | null {
  const state: unknown = history.state;
  const says = typeof state === 'object' && state !== null && 'archvdSays' in state ? state.archvdSays : null;
  if (typeof says !== 'string') return null;
  history.replaceState(null, '', location.href);
  return says;
}
