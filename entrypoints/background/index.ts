import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { TICK_ALARM, WAKE_ALARM } from '@/lib/jobs/engine';
import { routeOfNotice } from '@/lib/jobs/notice-route';
import { registerMessageServer } from '@/lib/messaging/server';
import { registerAlarms } from '@/lib/platform/alarms';
import { registerNotificationClicks } from '@/lib/platform/notifications';
import { openDashboard } from '@/lib/platform/open-dashboard';
import { restrictStorage } from '@/lib/platform/storage-access';
import { registerUpdates } from '@/lib/platform/updates';
import { createOpaqueStore } from '@/lib/settings/opaque-store';
import { composeEngine } from './compose-engine';
import { composeGround } from './compose-ground';
import { composeGate, composeMarketplace } from './compose-marketplace';
import { composeMessages } from './compose-messages';

/** Every listener is registered in this first turn; whatever wakes the worker, the engine looks what is due. */
export default defineBackground(() => {
  void restrictStorage();
  const ground = composeGround();
  const gate = composeGate(ground);
  const marketplace = composeMarketplace(ground, gate, () => ground.vault.read());
  const engine = composeEngine(ground, marketplace);
  const marketplaceWith = (token: string) => composeMarketplace(ground, gate, async () => token);
  const wake = (): void => {
    // A vault that cannot be asked is looked at again by the next alarm; every use of the token checks by itself.
    ground.vault.lockIfDue(ground.clock.now()).catch(() => ground.log.warn('auto-lock not checked'));
    engine.wake();
  };

  registerMessageServer(composeMessages({ ground, engine, marketplace, marketplaceWith }), {
    answers: createOpaqueStore('answeredMessages'),
    log: ground.log,
  });
  registerAlarms((name) => {
    if (name === TICK_ALARM || name === WAKE_ALARM) wake();
  });
  registerNotificationClicks((id) => void routeOfNotice(ground.db, id).then(openDashboard));
  browser.runtime.onInstalled.addListener(wake);
  browser.runtime.onStartup.addListener(wake);
  registerUpdates(() => engine.cancel());
  // Alarms may be gone after an update or a crash: any start makes sure of them.
  wake();
});
