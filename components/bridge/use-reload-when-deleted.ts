import { useEffect, useSyncExternalStore } from 'react';
import { windowStore } from '@/lib/settings/window-store';
import { useBridge } from './bridge';
import { reloadUnlessHeld } from './follow-demo';

/** The page that asked for the deletion shows first what came of it. */
let stays = false;

export function stayWhenDeleted(): void {
  stays = true;
}

/** When everything was deleted from another window, this one begins anew too; so it does when the demo was. */
export function useReloadWhenDeleted(): void {
  const { booksState, isDemo } = useBridge();
  const { code } = useSyncExternalStore(booksState.subscribe, booksState.get);
  useEffect(() => {
    if (code !== 'deleted') return;
    windowStore.clear();
    // The window that removes the demo sees its books go before it hears what was deleted.
    if (isDemo) return reloadUnlessHeld();
    if (stays) return;
    window.location.hash = '#/today';
    window.location.reload();
  }, [code, isDemo]);
}
