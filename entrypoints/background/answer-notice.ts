import { seeAlerts } from '@/lib/commands/see-alerts';
import { commandDeps } from '@/lib/desk/attempt';
import { routeOfNotice } from '@/lib/jobs/notice-route';
import { alertOfNotice } from '@/lib/jobs/passed-notices';
import { openDashboard } from '@/lib/platform/open-dashboard';
import type { World } from './compose-world';

/** The second button of an alert; the first one opens what it is about, as a click does. */
const SNOOZE = 1;
const SNOOZE_MINUTES = 24 * 60;

type Answering = Pick<World, 'ground' | 'engine' | 'openDesk'>;

/** A notification was clicked: what it told is seen. @returns the screen it opens, as what follows the `#` */
export async function openNotice({ ground, engine }: Answering, id: string): Promise<string> {
  await seeAlerts(commandDeps(ground), [id]);
  // The badge counts what nobody has seen.
  engine.wake();
  return routeOfNotice(ground.db, id);
}

/** A button of a notification was pressed. */
export async function pressNotice(world: Answering, id: string, button: number): Promise<void> {
  const alertId = alertOfNotice(id);
  if (button !== SNOOZE || alertId === null) return openDashboard(await openNotice(world, id));
  await seeAlerts(commandDeps(world.ground), [id]);
  await (await world.openDesk()).handlers['alerts/snooze']({ ids: [alertId], minutes: SNOOZE_MINUTES });
  world.engine.wake();
}
