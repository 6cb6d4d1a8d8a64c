import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { instant, shiftInstant } from '@/lib/domain/time/instant';
import { createAlarms, registerAlarms } from './alarms';

const START = instant(1_790_000_000_000);
let now = START;
const alarms = createAlarms({ now: () => now });

/** The fake counts a delay from the real clock; the browser counts it from the same clock we read. */
function strictCreate() {
  const original = fakeBrowser.alarms.create;
  return vi.spyOn(fakeBrowser.alarms, 'create').mockImplementation(async (...args: unknown[]) => {
    const [name, info] = args;
    const given = info as { when?: number; delayInMinutes?: number; periodInMinutes?: number };
    const when = given.when ?? now + (given.delayInMinutes ?? 0) * 60_000;
    const period = given.periodInMinutes === undefined ? {} : { periodInMinutes: given.periodInMinutes };
    await original(name as string, { when, ...period });
  });
}

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  now = START;
});

describe('a repeating alarm', () => {
  test('is created once and left alone by later worker starts, so that its timer is never pushed ahead', async () => {
    const create = strictCreate();
    for (let start = 0; start < 3; start++) {
      await alarms.ensure('tick', 1);
      now = shiftInstant(now, 30_000);
    }
    expect(create).toHaveBeenCalledTimes(1);
    expect((await fakeBrowser.alarms.get('tick'))?.scheduledTime).toBe(START + 60_000);
  });

  test('is created anew when its period changed', async () => {
    strictCreate();
    await alarms.ensure('tick', 1);
    await alarms.ensure('tick', 2);
    expect(await fakeBrowser.alarms.get('tick')).toMatchObject({ periodInMinutes: 2, scheduledTime: START + 120_000 });
  });

  test('is created anew when the wall clock was set back and the next tick moved out of sight', async () => {
    strictCreate();
    await alarms.ensure('tick', 1);
    now = shiftInstant(START, -86_400_000);
    await alarms.ensure('tick', 1);
    expect((await fakeBrowser.alarms.get('tick'))?.scheduledTime).toBe(now + 60_000);
  });

  test('never asks for less than the 30 s that browsers honour', async () => {
    strictCreate();
    await alarms.ensure('tick', 0.1);
    expect((await fakeBrowser.alarms.get('tick'))?.periodInMinutes).toBe(0.5);
  });
});

describe('a single wake-up', () => {
  test('moves to an earlier time, never to a later one', async () => {
    strictCreate();
    await alarms.wakeAt('retry', shiftInstant(START, 600_000));
    await alarms.wakeAt('retry', shiftInstant(START, 120_000));
    await alarms.wakeAt('retry', shiftInstant(START, 300_000));
    expect((await fakeBrowser.alarms.get('retry'))?.scheduledTime).toBe(START + 120_000);
  });

  test('is at least 30 s away, and asking again for now does not push it', async () => {
    strictCreate();
    await alarms.wakeAt('retry', START);
    now = shiftInstant(START, 20_000);
    await alarms.wakeAt('retry', now);
    expect((await fakeBrowser.alarms.get('retry'))?.scheduledTime).toBe(START + 30_000);
  });

  test('that was lost is set again (I15)', async () => {
    strictCreate();
    await alarms.wakeAt('retry', shiftInstant(START, 30_000));
    now = shiftInstant(START, 8 * 3_600_000);
    await alarms.wakeAt('retry', now);
    expect((await fakeBrowser.alarms.get('retry'))?.scheduledTime).toBe(now + 30_000);
  });

  test('can be taken back', async () => {
    strictCreate();
    await alarms.wakeAt('retry', shiftInstant(START, 60_000));
    await alarms.clear('retry');
    expect(await fakeBrowser.alarms.get('retry')).toBeUndefined();
  });
});

test('asks for persistence over restarts and does without where the browser refuses the property', async () => {
  const asked: unknown[] = [];
  vi.spyOn(fakeBrowser.alarms, 'create').mockImplementation(async (...args: unknown[]) => {
    asked.push(args[1]);
    if (asked.length === 1) throw new Error("Unexpected property: 'persistAcrossSessions'.");
  });
  await alarms.ensure('tick', 1);
  expect(asked).toEqual([
    { delayInMinutes: 1, periodInMinutes: 1, persistAcrossSessions: true },
    { delayInMinutes: 1, periodInMinutes: 1 },
  ]);
});

test('hands on the name of the alarm that fired', async () => {
  const fired: string[] = [];
  registerAlarms((name) => fired.push(name));
  await fakeBrowser.alarms.onAlarm.trigger({ name: 'tick', scheduledTime: START });
  expect(fired).toEqual(['tick']);
});
