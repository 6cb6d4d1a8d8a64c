import { useEffect, useSyncExternalStore } from 'react';
import { windowStore } from '@/lib/settings/window-store';
import { useBridge } from './bridge';

/** The page that asked for the deletion shows first what came of it. */
let stays = false;

export function stayWhenDeleted(): void {
  stays = true;
}

/** When everything was deleted from another window, this one begins anew too. */
export function useReloadWhenDeleted(): void {
  const { booksState } = useBridge();
  const { code } = useSyncExternalStore(booksState.subscribe, booksState.get);
  useEffect(() => {
    if (code !== 'deleted') return;
    windowStore.clear();
    if (stays) return;
    window.location.hash = '#/today';
    window.location.reload();
  }, [code]);
}
