import { turnRepricing } from '@/lib/commands/repricing-mode';
import { commandDeps } from '@/lib/desk/attempt';
import type { Ground } from '@/lib/desk/ports';
import { createNotifications } from '@/lib/platform/notifications';
import { pausedNotice } from './notice-words';

/** The key that stops everything rules do: at once, without the desk, and told where no page of ours is open. */
export async function pauseRepricing(ground: Ground): Promise<void> {
  await turnRepricing(commandDeps(ground), 'paused', null);
  await createNotifications().show({ id: `paused:${ground.clock.now()}`, ...pausedNotice() });
}
