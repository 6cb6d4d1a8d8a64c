import { useEffect, useSyncExternalStore } from 'react';
import { SECOND_MS } from '@/lib/domain/time/instant';
import type { MessageOutput } from '@/lib/messaging/protocol';
import { ask } from './ask';

export type Vault = MessageOutput<'vault/status'>;

/** `null` until the background has answered once; the last answer stays when it later falls silent. */
let vault: Vault | null = null;
const listeners = new Set<() => void>();

const ASK_EVERY_MS = 15 * SECOND_MS;

/** Asks again; call it after whatever may have changed the lock or the token. */
export async function refreshVault(): Promise<void> {
  const asked = await ask('vault/status', {});
  if (!asked.ok || JSON.stringify(asked.value) === JSON.stringify(vault)) return;
  vault = asked.value;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether there is a token and whether it can be used: asked at once, when the page is looked at, and now and then. */
export function useVault(): Vault | null {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void refreshVault();
    };
    look();
    const timer = setInterval(look, ASK_EVERY_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return useSyncExternalStore(subscribe, () => vault);
}
