import { describe, expect, test } from 'vitest';
import { MarketError } from '@/lib/domain/errors/market-error';
import { DAY_MS, HOUR_MS, MINUTE_MS, shiftInstant } from '@/lib/domain/time/instant';
import { TICK_ALARM, WAKE_ALARM } from '@/lib/jobs/engine';
import { makeListingFacts, makeOrderFacts, sequence } from '../fixtures/facts';
import { makeWorld } from './world';

/** I15: while work is pending an alarm is near; what was missed is caught up once. */

describe('I15 liveness', () => {
  test('after a tick both alarms are set, the near one for when the next job is due', async () => {
    const world = makeWorld();
    await world.engine.tick();
    expect(world.alarms.pending.get(TICK_ALARM)).toBe(shiftInstant(world.clock.now(), MINUTE_MS));
    const due = (await world.db.jobs.orderBy('dueAt').first())?.dueAt ?? 0;
    expect(world.alarms.pending.get(WAKE_ALARM)).toBe(due);
  });

  test('a start never pushes the tick away, however often the worker is born', async () => {
    const world = makeWorld();
    await world.engine.tick();
    const first = world.alarms.pending.get(TICK_ALARM);
    for (let birth = 0; birth < 5; birth += 1) {
      world.clock.pass(10_000);
      await world.reborn().engine.tick();
    }
    expect(world.alarms.pending.get(TICK_ALARM)).toBe(first);
  });

  test('alarms that were cleared come back with the next event', async () => {
    const world = makeWorld();
    await world.engine.tick();
    world.alarms.pending.clear();
    await world.reborn().engine.tick();
    expect([...world.alarms.pending.keys()].toSorted()).toEqual([TICK_ALARM, WAKE_ALARM]);
  });

  test('after eight hours of sleep each job runs once, not once for every hour missed', async () => {
    const world = makeWorld();
    world.market.orders = sequence(3, (nth) => makeOrderFacts(nth));
    world.market.listings = sequence(3, (nth) => makeListingFacts(nth));
    await world.settle();
    world.market.calls.length = 0;
    world.clock.pass(8 * HOUR_MS);
    await world.engine.tick();
    const counts = (name: string) => world.market.calls.filter((call) => call.name === name).length;
    expect([counts('listOrders'), counts('listListings')]).toEqual([1, 1]);
  });

  test('told to wait, a job waits until that time, survives the worker, and goes on where it stood', async () => {
    const world = makeWorld({ pageSize: 10 });
    world.market.orders = sequence(45, (nth) => makeOrderFacts(nth));
    const retryAt = shiftInstant(world.clock.now(), 3 * MINUTE_MS);
    world.market.hook = ({ name, nth }) => {
      if (name === 'listOrders' && nth === 2)
        throw new MarketError('rate-limited', { message: 'alias asks us to wait (429).', retryAt });
    };
    await world.engine.tick();
    expect(await world.db.orders.count()).toBe(20);
    expect(await world.db.jobs.get('orders')).toMatchObject({ dueAt: retryAt, failures: 0 });
    const next = world.reborn();
    await next.engine.tick();
    expect(await next.db.orders.count()).toBe(20);
    next.clock.pass(3 * MINUTE_MS);
    await next.engine.tick();
    expect(await next.db.orders.count()).toBe(45);
    expect(
      await next.db.jobRuns.where('[job+startedAt]').between(['orders', 0], ['orders', Infinity]).toArray(),
    ).toMatchObject([{ outcome: 'done', pages: 5 }]);
  });

  test('a job whose worker died is taken up by the next one at once, long before its lease runs out', async () => {
    const world = makeWorld();
    world.market.orders = sequence(3, (nth) => makeOrderFacts(nth));
    world.market.hook = () => new Promise(() => {});
    void world.engine.tick();
    await expect.poll(() => world.market.calls.length).toBe(1);
    expect((await world.db.jobs.get('orders'))?.lease?.until).toBeGreaterThan(world.clock.now());
    world.market.hook = () => {};
    const next = world.reborn();
    await next.engine.tick();
    expect(await next.db.orders.count()).toBe(3);
    expect((await next.db.jobs.toArray()).filter((job) => job.lease !== null)).toEqual([]);
  });

  test('a job that a living worker holds is left alone', async () => {
    const world = makeWorld();
    let answer = () => {};
    world.market.orders = sequence(3, (nth) => makeOrderFacts(nth));
    world.market.hook = ({ name }) =>
      name === 'listOrders' ? new Promise((resolve) => (answer = resolve)) : Promise.resolve();
    const first = world.engine.tick();
    await expect.poll(() => world.market.calls.length).toBe(1);
    const held = await world.db.jobs.get('orders');
    await world.beside().engine.tick();
    expect(await world.db.jobs.get('orders')).toEqual(held);
    answer();
    await first;
    expect(await world.db.orders.count()).toBe(3);
    expect(world.market.calls.filter((call) => call.name === 'listOrders')).toHaveLength(1);
  });

  test('a holder that was taken for dead and comes back writes nothing, also not that its turn ended', async () => {
    const world = makeWorld();
    let fail = (_error: Error) => {};
    world.market.orders = sequence(3, (nth) => makeOrderFacts(nth));
    world.market.hook = () => new Promise<void>((_resolve, reject) => (fail = reject));
    const first = world.engine.tick();
    await expect.poll(() => world.market.calls.length).toBe(1);
    world.market.hook = () => {};
    const next = world.reborn();
    await next.engine.tick();
    const [jobs, runs] = [await next.db.jobs.toArray(), await next.db.jobRuns.toArray()];
    fail(new MarketError('unavailable', { message: 'alias has trouble (503).' }));
    await first;
    expect(await next.db.jobs.toArray()).toEqual(jobs);
    expect(await next.db.jobRuns.toArray()).toEqual(runs);
  });

  test('nor does it write while its successor is still at work, although both read the same run', async () => {
    const world = makeWorld();
    const answers: (() => void)[] = [];
    world.market.orders = sequence(3, (nth) => makeOrderFacts(nth));
    world.market.hook = ({ name }) =>
      name === 'listOrders' ? new Promise((resolve) => void answers.push(resolve)) : Promise.resolve();
    const first = world.engine.tick();
    await expect.poll(() => answers.length).toBe(1);
    const next = world.reborn();
    const second = next.engine.tick();
    await expect.poll(() => answers.length).toBe(2);
    const held = await next.db.jobs.get('orders');
    answers[0]?.();
    await first;
    expect(await next.db.orders.count()).toBe(0);
    expect(await next.db.jobs.get('orders')).toEqual(held);
    answers[1]?.();
    await second;
    expect(await next.db.orders.count()).toBe(3);
  });

  test('a refused token stops everything that asks alias, and keeps the books', async () => {
    const world = makeWorld();
    world.market.hook = () => {
      throw new MarketError('auth-expired', {
        message: 'alias refused the token (401). Nothing was changed. Paste a new token.',
      });
    };
    await world.engine.tick();
    const asked = world.market.calls.length;
    world.clock.pass(HOUR_MS);
    await world.engine.tick();
    expect(world.market.calls.length).toBe(asked);
    expect(asked).toBe(1);
    expect(world.badge).toMatchObject({ text: '!', tone: 'trouble' });
  });

  test.each([-HOUR_MS, -DAY_MS, -4 * 365 * DAY_MS])('a clock set back by %i ms stops nothing', async (jump) => {
    const world = makeWorld();
    world.market.listings = sequence(3, (nth) => makeListingFacts(nth));
    world.market.orders = sequence(3, (nth) => makeOrderFacts(nth));
    await world.settle();
    world.market.calls.length = 0;
    world.clock.pass(jump);
    await world.settle();
    const names = new Set(world.market.calls.map((call) => call.name));
    for (const name of ['listOrders', 'listListings', 'getQuotes']) expect(names).toContain(name);
    expect(world.alarms.pending.get(WAKE_ALARM) ?? 0).toBeLessThanOrEqual(world.clock.now() + MINUTE_MS);
  });
});
