import { expect, test } from 'vitest';
import { keepTrouble } from '@/entrypoints/background/keep-trouble';
import { createLog } from '@/lib/platform/log';
import { diagnostics } from '@/lib/queries/diagnostics';
import { fakeClock, fakeRandom, START } from '../fakes/fake-platform';
import { makeDatabase } from '../fixtures/test-database';

/** Diagnostics has the details: what the worker logged outlives it. */

function makeBooks() {
  const books = { db: makeDatabase(), random: fakeRandom() };
  const log = createLog({ clock: fakeClock(START), echo: (entry) => keepTrouble(books, entry) });
  return { ...books, log };
}

test('a failed request is in the activity log with its id, redacted; what went well is not', async () => {
  const { db, log } = makeBooks();
  log.info('request', { operation: '/orders', requestId: 'req-1' });
  log.warn('request failed', {
    operation: '/test',
    status: 403,
    requestId: 'req-2',
    errorCode: 'Bearer goatapi_canary',
  });
  await expect.poll(() => db.activity.count()).toBe(1);
  const { troubles } = await diagnostics(db);
  expect(troubles).toMatchObject([
    { at: START, by: 'system', summary: 'request failed', facts: { status: 403, requestId: 'req-2' } },
  ]);
  expect(JSON.stringify(troubles)).not.toContain('canary');
});

test('the newest 200 are kept, and what else is in the log stays', async () => {
  const { db, log } = makeBooks();
  const sale = { id: 'a', at: START, kind: 'sale/found', by: 'sync', entity: null, summary: '', facts: {} } as const;
  await db.activity.add(sale);
  for (let nth = 0; nth < 210; nth += 1) log.warn('request failed', { nth });
  await expect.poll(async () => (await diagnostics(db)).troubles[0]?.facts['nth']).toBe(209);
  expect(await db.activity.count()).toBe(201);
  expect(await db.activity.get('a')).toEqual(sale);
});

test('books that do not open are no second failure', async () => {
  const { db, log } = makeBooks();
  db.close({ disableAutoOpen: true });
  log.error('session failed', { kind: 'Error' });
  await new Promise((resolve) => setImmediate(resolve));
  expect(log.entries()).toHaveLength(1);
});
