import { expect, test } from 'vitest';
import { cancelRepricingRun } from '@/lib/commands/cancel-run';
import { askForRun, isRunAskedFor, runReading } from '@/lib/db/repositories/repricing-runs';
import { HOUR_MS, MINUTE_MS, shiftInstant } from '@/lib/domain/time/instant';
import { repricingNow } from '@/lib/queries/repricing-now';
import { START } from '../fakes/fake-platform';
import { makeRepricing, offer, quotesAsked, type RepricingBooks } from './repricing-books';

/** A run that takes its time is told how far it is, and ends when nobody wants it any more. */

const OLD = shiftInstant(START, -HOUR_MS);

async function makeStale(books: RepricingBooks, products: number): Promise<void> {
  for (let nth = 0; nth < products; nth += 1)
    await offer(books, { catalogId: `p${String(nth).padStart(2, '0')}`, own: [120], readAt: OLD });
}

const cancel = ({ db, clock }: RepricingBooks) =>
  cancelRepricingRun({ db, now: () => clock.now(), newId: () => 'never' });

test('reading, it says how many products are read of how many', async () => {
  const books = await makeRepricing();
  await makeStale(books, 12);
  await askForRun(books.db, START);
  const told: unknown[] = [];
  books.market.hook = async () => {
    const { running, reading } = await repricingNow(books.db, books.clock.now());
    told.push({ running, ...reading });
  };
  expect(await books.run()).toBe('done');
  expect(told.at(0)).toEqual({ running: true, done: 0, of: 12 });
  expect(told.at(-1)).toEqual({ running: true, done: 10, of: 12 });
  const after = await repricingNow(books.db, books.clock.now());
  expect(after).toMatchObject({ running: false, reading: null, lastRun: { considered: 12 } });
});

test('cut off and gone on with, it counts on from where it was', async () => {
  const books = await makeRepricing();
  await makeStale(books, 12);
  let asked = 0;
  books.market.hook = () => {
    asked += 1;
    if (asked === 7) books.clock.pass(16_000);
  };
  expect(await books.turn()).toBe('more');
  const { reading } = await repricingNow(books.db, books.clock.now());
  expect(reading?.of).toBe(12);
  expect(await books.run()).toBe('done');
  expect(quotesAsked(books)).toHaveLength(12);
  const [run] = await books.db.jobRuns.toArray();
  expect(await runReading(books.db, run?.id ?? '')).toEqual({ done: 12, of: 12 });
});

test.each(['preview', 'live'] as const)(
  'cancelled while it reads, %s decides nothing and sends nothing',
  async (mode) => {
    const books = await makeRepricing({ mode });
    await makeStale(books, 12);
    await askForRun(books.db, START);
    let asked = 0;
    books.market.hook = async () => {
      asked += 1;
      if (asked === 2) await cancel(books);
    };
    expect(await books.run()).toBe('done');
    expect(quotesAsked(books)).toHaveLength(5);
    expect(await isRunAskedFor(books.db)).toBe(false);
    expect(await books.db.repricingRuns.count()).toBe(0);
    expect(await books.db.repricingDecisions.count()).toBe(0);
    expect(await books.db.outbox.count()).toBe(0);
    expect((await repricingNow(books.db, books.clock.now())).running).toBe(false);
  },
);

test('cancelled with the last price read, it is not put down either', async () => {
  const books = await makeRepricing({ mode: 'live' });
  await makeStale(books, 1);
  books.market.hook = () => cancel(books);
  expect(await books.run()).toBe('done');
  expect(await books.db.repricingRuns.count()).toBe(0);
  expect(await books.db.outbox.count()).toBe(0);
});

test('the next wish is met, and so is the next run on schedule', async () => {
  const books = await makeRepricing();
  await makeStale(books, 1);
  await askForRun(books.db, START);
  await cancel(books);
  expect((await books.db.jobs.get('reprice'))?.dueAt, 'one that had not begun does not begin').toBe(
    shiftInstant(START, 15 * MINUTE_MS),
  );
  books.clock.pass(15 * MINUTE_MS);
  expect(await books.run()).toBe('done');
  expect(await books.db.repricingRuns.count()).toBe(1);
  await cancel(books);
  await askForRun(books.db, books.clock.now());
  expect(await books.run()).toBe('done');
  expect(await books.db.repricingRuns.count()).toBe(2);
});
