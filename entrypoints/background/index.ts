import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { TICK_ALARM, WAKE_ALARM } from '@/lib/jobs/engine';
import { registerMessageServer } from '@/lib/messaging/server';
import { registerAlarms } from '@/lib/platform/alarms';
import { createClock } from '@/lib/platform/clock';
import { registerNotificationButtons, registerNotificationClicks } from '@/lib/platform/notifications';
import { openDashboard } from '@/lib/platform/open-dashboard';
import { registerShortcuts } from '@/lib/platform/shortcuts';
import { restrictStorage } from '@/lib/platform/storage-access';
import { registerUpdates } from '@/lib/platform/updates';
import { createOpaqueStore } from '@/lib/settings/opaque-store';
import { watchSetting } from '@/lib/settings/stored-settings';
import { openNotice, pressNotice } from './answer-notice';
import { composeVault } from './compose-ground';
import { composeWorlds } from './compose-worlds';
import { dispatchTo } from './dispatch';
import { finishDeletion } from './finish-deletion';
import { registerLookUps } from './handle-look-up';
import { registerSites } from './handle-sites';
import { registerDemoMarket } from './load-demo-market';
import { loadDesk, registerDesk } from './load-desk';
import { pauseRepricing } from './pause-repricing';

/**
 * Every listener is registered in this first turn and then waits for the world of the present mode, the real market or
 * the demo; whatever wakes the worker, the engine looks what is due.
 */
export default defineBackground(() => {
  registerDemoMarket();
  registerDesk();
  void restrictStorage();
  const vault = composeVault();
  const clock = createClock();
  const worlds = composeWorlds(vault);
  const log: Parameters<typeof registerMessageServer>[1]['log'] = {
    info: (event, facts) => worlds.now()?.ground.log.info(event, facts),
    error: (event, facts) => worlds.now()?.ground.log.error(event, facts),
  };
  /** A world that cannot be built says so to whoever asks; the next event tries again. */
  const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined);
  const wake = (): void => {
    // A vault that cannot be asked is looked at again by the next alarm; every use of the token checks by itself.
    vault.lockIfDue(clock.now()).catch(() => worlds.now()?.ground.log.warn('auto-lock not checked'));
    quietly(
      worlds.run(async (world) => {
        await finishDeletion(world);
        world.engine.wake();
      }),
    );
  };

  registerMessageServer(dispatchTo(worlds), {
    answers: createOpaqueStore('answeredMessages'),
    log,
    deskProtocol: async () => (await loadDesk()).protocol,
  });
  registerAlarms((name) => {
    if (name === TICK_ALARM || name === WAKE_ALARM) wake();
  });
  registerNotificationClicks((id) => quietly(worlds.run((world) => openNotice(world, id)).then(openDashboard)));
  registerNotificationButtons((id, button) => quietly(worlds.run((world) => pressNotice(world, id, button))));
  registerShortcuts(() => quietly(worlds.run(({ ground }) => pauseRepricing(ground))));
  registerSites(log);
  registerLookUps(worlds);
  browser.runtime.onInstalled.addListener(wake);
  browser.runtime.onStartup.addListener(wake);
  registerUpdates(() => worlds.now()?.engine.cancel());
  watchSetting('demo', () => quietly(worlds.follow()));
  quietly(worlds.follow());
  // Alarms may be gone after an update or a crash: any start makes sure of them.
  wake();
});
