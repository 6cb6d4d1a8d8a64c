import type { SettingValue } from '@/lib/settings/registry';
import { watchSetting } from '@/lib/settings/stored-settings';
import { windowStore } from '@/lib/settings/window-store';

type Demo = SettingValue<'demo'>;

/** The page waits for an answer that it is to tell. */
let held = false;
/** What other pages are loaded anew for happened meanwhile. */
let due = false;

/** Loads the page anew when the demo begins or ends: it then opens the other books. */
export function followDemo(shown: Demo): void {
  watchSetting('demo', (next) => {
    if (next?.startedAt === shown?.startedAt) return;
    windowStore.clear();
    reloadUnlessHeld();
  });
}

/** Loads the page anew, unless it waits for an answer: then that is done with the answer, whatever it is. */
export function reloadUnlessHeld(): void {
  if (held) due = true;
  else location.reload();
}

interface HeldPage {
  /** Loads the page anew and says this there. */
  readonly reload: (say: string) => void;
  /** Ends the waiting. True: the page is loaded anew after all and says this there. */
  readonly letGo: (say: string) => boolean;
}

/** The page that asked for the change waits for the answer: nothing loads it anew before that is known. */
export function holdReload(): HeldPage {
  held = true;
  const reload = (say: string) => {
    history.replaceState({ archvdSays: say }, '', location.href);
    location.reload();
  };
  return {
    reload,
    letGo: (say) => {
      const wanted = due;
      held = false;
      due = false;
      if (wanted) reload(say);
      return wanted;
    },
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
