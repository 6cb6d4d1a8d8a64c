import * as z from 'zod/mini';
import { createOpaqueStore, watchOpaque } from './opaque-store';

/** A wish older than this was for a panel that did not open. */
const USE_BY_MS = 30_000;

const wish = z.object({ windowId: z.int(), route: z.string().check(z.maxLength(400)), at: z.int() });

/** Leaves word for the side panel of a window where it should go: it may be open already, or open a moment later. */
export async function askPanel(windowId: number, route: string): Promise<void> {
  await createOpaqueStore('panelRoute').write({ windowId, route, at: Date.now() });
}

/** Goes where it was asked to go, now and later. @returns how to stop */
export function followPanel(ownWindow: () => Promise<number>, go: (route: string) => void): () => void {
  const store = createOpaqueStore('panelRoute');
  const follow = async (stored: unknown): Promise<void> => {
    const asked = wish.safeParse(stored);
    if (!asked.success || Date.now() - asked.data.at > USE_BY_MS) return;
    if (asked.data.windowId !== (await ownWindow())) return;
    await store.remove();
    go(asked.data.route);
  };
  void store.read().then(follow);
  return watchOpaque('panelRoute', (stored) => void follow(stored));
}
