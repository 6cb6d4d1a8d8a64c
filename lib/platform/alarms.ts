import { browser } from 'wxt/browser';
import { MINUTE_MS, SECOND_MS, type Instant } from '@/lib/domain/time/instant';
import type { Alarms, Clock } from './ports';

/** Chrome honours nothing shorter (since 120); unpacked builds do, so a shorter one would only work while developing. */
const MINIMUM_MS = 30 * SECOND_MS;

/** An alarm this long overdue while we are awake has been lost: it is set anew. */
const LOST_MS = MINUTE_MS;

type Pending = { readonly scheduledTime: number; readonly periodInMinutes?: number | undefined };

export function createAlarms(clock: Clock): Alarms {
  return {
    async ensure(name, periodMinutes) {
      const period = Math.max(periodMinutes, MINIMUM_MS / MINUTE_MS);
      const pending = await pendingAlarm(name);
      if (pending !== null && keepsPeriod(pending, period, clock.now())) return;
      await createAlarm(name, { delayInMinutes: period, periodInMinutes: period });
    },
    async wakeAt(name, at) {
      const pending = await pendingAlarm(name);
      if (pending !== null && comesFirst(pending, at, clock.now())) return;
      await createAlarm(name, { when: Math.max(at, clock.now() + MINIMUM_MS) });
    },
    async clear(name) {
      await browser.alarms.clear(name);
    },
  };
}

/** Registers the one listener; call it in the first synchronous turn, or a wake-up by alarm is missed. */
export function registerAlarms(onAlarm: (name: string) => void): void {
  browser.alarms.onAlarm.addListener((alarm) => onAlarm(alarm.name));
}

async function pendingAlarm(name: string): Promise<Pending | null> {
  return (await browser.alarms.get(name)) ?? null;
}

/** False also when the next tick is further away than one period: the wall clock was set back. */
function keepsPeriod(pending: Pending, periodMinutes: number, now: Instant): boolean {
  const away = pending.scheduledTime - now;
  return pending.periodInMinutes === periodMinutes && away <= periodMinutes * MINUTE_MS + SECOND_MS;
}

function comesFirst(pending: Pending, at: Instant, now: Instant): boolean {
  const lost = pending.scheduledTime < now - LOST_MS;
  return !lost && pending.scheduledTime <= Math.max(at, now + MINIMUM_MS);
}

type AlarmTime = { readonly when: number } | { readonly delayInMinutes: number; readonly periodInMinutes: number };

/** Asks Chrome 150 and newer to keep the alarm over a restart; older browsers refuse the unknown property. */
async function createAlarm(name: string, time: AlarmTime): Promise<void> {
  try {
    await browser.alarms.create(name, { ...time, persistAcrossSessions: true });
  } catch {
    await browser.alarms.create(name, { ...time });
  }
}
