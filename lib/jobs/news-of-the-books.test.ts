import { expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS, shiftInstant } from '@/lib/domain/time/instant';
import { fakeClock, START } from '@/tests/fakes/fake-platform';
import { makeOrder, makeProduct } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { remindOfDeadlines, type DeadlineNews } from './remind-of-deadlines';
import { tellTrouble } from './tell-trouble';

test('an order rings a day before its deadline and again at its end, each once, and names its product', async () => {
  const db = makeDatabase();
  const clock = fakeClock(START);
  const told: DeadlineNews[] = [];
  const words = (news: DeadlineNews) => {
    told.push(news);
    return { title: news.reminder, message: '' };
  };
  const product = makeProduct({ catalogId: 'panda' });
  const cancelsAt = shiftInstant(START, 30 * HOUR_MS);
  await db.products.add(product);
  await db.orders.bulkAdd([
    makeOrder({ id: 'o1', externalId: 'O1', status: 'confirmed', catalogId: 'panda', createdAt: START, cancelsAt }),
    makeOrder({ id: 'o2', externalId: 'O2', status: 'completed', createdAt: START, cancelsAt }),
  ]);
  for (let hour = 0; hour < 40; hour += 1) {
    await remindOfDeadlines({ db, clock, words });
    clock.pass(HOUR_MS);
  }
  expect(told.map(({ order, reminder }) => [order.externalId, reminder])).toEqual([
    ['O1', 'day'],
    ['O1', 'last'],
  ]);
  expect(told[0]?.product).toEqual(product);
  expect(await db.notices.toArray()).toMatchObject([{ route: '/orders?item=o1' }, { route: '/orders?item=o1' }]);
});

test('reading that has failed for half an hour is told once, until it worked again; being offline never', async () => {
  const db = makeDatabase();
  const clock = fakeClock(START);
  const words = (message: string) => ({ title: 'trouble', message });
  const tell = () => tellTrouble({ db, clock, words });
  const fail = async (code: 'offline' | 'unavailable') => {
    await db.jobs.put({
      id: 'orders',
      dueAt: START,
      lease: null,
      fence: 1,
      failures: 4,
      lastFinishedAt: START,
      lastSuccessAt: START,
      progress: null,
    });
    await db.jobRuns.put({
      id: 'run',
      job: 'orders',
      startedAt: START,
      finishedAt: START,
      outcome: 'failed',
      requests: 1,
      pages: 0,
      read: 0,
      written: 0,
      rejected: 0,
      requestIds: [],
      error: { code, message: 'alias does not answer.' },
    });
  };
  await fail('offline');
  clock.pass(31 * MINUTE_MS);
  await tell();
  expect(await db.notices.count()).toBe(0);
  await fail('unavailable');
  await tell();
  clock.pass(31 * MINUTE_MS);
  await tell();
  expect(await db.notices.toArray()).toMatchObject([{ message: 'alias does not answer.', route: '/diagnostics' }]);
  await db.jobs.update('orders', { failures: 0, lastSuccessAt: clock.now() });
  await tell();
  await db.jobs.update('orders', { failures: 5 });
  clock.pass(31 * MINUTE_MS);
  await tell();
  expect(await db.notices.count(), 'another breakdown').toBe(2);
});
