import { deleteDemoBooks, findDemoBooks } from '@/lib/db/demo-books';
import { clearNotifications, countBrowserTraces } from '@/lib/platform/browser-traces';
import type { Vault } from '@/lib/secrets/vault';
import { getSetting, removeSetting, setSetting } from '@/lib/settings/stored-settings';
import { composeDemoWorld, composeRealWorld, type World } from './compose-world';
import { createWorlds, type Worlds } from './worlds';

/** The same demo for everybody, so that what one person sees another can look at. */
const SEED = 7;

/** The two worlds of this browser, and the way from one to the other. */
export function composeWorlds(vault: Vault): Worlds<World> {
  return createWorlds<World>({
    setting: {
      read: () => getSetting('demo'),
      write: (demo) => setSetting('demo', demo),
      remove: () => removeSetting('demo'),
    },
    build: async (demo) => (demo === null ? composeRealWorld(vault) : composeDemoWorld(demo)),
    leftovers: { delete: () => deleteDemoBooks(), find: () => findDemoBooks() },
    clearShown: async () => {
      const { notifications } = await countBrowserTraces();
      await clearNotifications();
      return notifications;
    },
    newDemo: () => ({ startedAt: Date.now(), seed: SEED }),
  });
}
