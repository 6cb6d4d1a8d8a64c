import { describe, expect, test } from 'vitest';
import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import { shiftInstant } from '@/lib/domain/time/instant';
import { NOON } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { appendActivity, pruneActivity } from './activity';
import { createBudgetStore } from './budgets';
import { listFeeSchedules, seedFeeSchedules } from './fee-schedules';
import { pruneReminders } from './cursors';
import { fxRatesByDay, latestFxRate, putFxRate } from './fx';
import { addImport, findImport } from './imports';
import { getMeta, setMeta } from './meta';
import { addNoticeOnce, listUnshownNotices, markNoticesShown, pruneNotices } from './notices';
import { quarantineRecords } from './quarantine';
import { textDigest } from './text-digest';

const DAY = 86_400_000;

describe('budgets', () => {
  const fresh = {
    milliTokens: 5000,
    updatedAt: NOON,
    milliPerSecond: 1000,
    blockedUntil: null,
    limitedInARow: 0,
    failures: [],
    openUntil: null,
  };

  test('updates that overlap spend each token once', async () => {
    const db = makeDatabase();
    const store = createBudgetStore(db, 'alias');
    await store.update(() => fresh);
    await Promise.all(
      Array.from({ length: 10 }, () =>
        store.update((state) => ({ ...fresh, milliTokens: (state?.milliTokens ?? 0) - 100 })),
      ),
    );
    const left = await store.update((state) => ({ ...fresh, ...state }));
    expect(left).toEqual({ ...fresh, milliTokens: 4000 });
  });

  test('a change that throws leaves the old state', async () => {
    const db = makeDatabase();
    const store = createBudgetStore(db, 'alias');
    await store.update(() => fresh);
    await expect(
      store.update(() => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await db.budgets.get('alias')).toEqual({ ...fresh, id: 'alias' });
  });
});

describe('quarantine', () => {
  const record = { endpoint: 'GET /listings', externalId: 'L1', issues: ['price: not a number'], raw: '{"price":"x"}' };

  test('the same record again raises its count and keeps the first time', async () => {
    const db = makeDatabase();
    await quarantineRecords(db, [record], NOON);
    await quarantineRecords(db, [{ ...record, issues: ['price: still not'] }], shiftInstant(NOON, 5));
    expect(await db.quarantine.toArray()).toMatchObject([
      { count: 2, firstSeenAt: NOON, lastSeenAt: NOON + 5, issues: ['price: still not'] },
    ]);
  });

  test('records without an id are told apart by their text', async () => {
    const db = makeDatabase();
    await quarantineRecords(
      db,
      [
        { ...record, externalId: null },
        { ...record, externalId: null, raw: '{}' },
      ],
      NOON,
    );
    expect(await db.quarantine.count()).toBe(2);
  });

  test('keeps 2,000 rows, the longest unseen go first', async () => {
    const db = makeDatabase();
    await quarantineRecords(db, [{ ...record, externalId: 'oldest' }], NOON);
    const many = Array.from({ length: 2000 }, (_, index) => ({ ...record, externalId: `L${index}` }));
    await quarantineRecords(db, many, shiftInstant(NOON, 1));
    expect(await db.quarantine.count()).toBe(2000);
    expect(await db.quarantine.get('GET /listings#oldest')).toBeUndefined();
  });
});

describe('notices', () => {
  const notice = { id: 'sale:order-1:1', at: NOON, title: 'Sold', message: 'One pair' };

  test('an event met twice rings once', async () => {
    const db = makeDatabase();
    expect(await addNoticeOnce(db, notice)).toBe(true);
    await markNoticesShown(db, [notice.id], NOON);
    expect(await addNoticeOnce(db, notice)).toBe(false);
    expect(await listUnshownNotices(db)).toEqual([]);
  });

  test('goes with the transaction of its event', async () => {
    const db = makeDatabase();
    const event = db.transaction('rw', db.notices, async () => {
      await addNoticeOnce(db, notice);
      throw new Error('the event did not happen');
    });
    await expect(event).rejects.toThrow('did not happen');
    expect(await db.notices.count()).toBe(0);
  });

  test('pruning never drops what nobody has seen', async () => {
    const db = makeDatabase();
    await addNoticeOnce(db, notice);
    await addNoticeOnce(db, { ...notice, id: 'sale:order-2:1' });
    await markNoticesShown(db, ['sale:order-2:1'], NOON);
    expect(await pruneNotices(db, shiftInstant(NOON, DAY))).toBe(1);
    expect((await listUnshownNotices(db)).map((row) => row.id)).toEqual([notice.id]);
  });
});

describe('rates', () => {
  const rate = { base: 'USD', quote: 'GBP', rateE8: 79_000_000, asOf: NOON, source: 'you' } as const;

  test('by day: the rate of that day, and the first one for what is older than all', async () => {
    const db = makeDatabase();
    const later = { ...rate, rateE8: 81_000_000, asOf: shiftInstant(NOON, 30 * DAY) };
    await putFxRate(db, later);
    await putFxRate(db, rate);
    await putFxRate(db, { ...rate, quote: 'EUR', asOf: shiftInstant(NOON, DAY) });
    const rateOn = await fxRatesByDay(db, 'USD', 'GBP');
    expect([-900, 0, 29, 30, 99].map((day) => rateOn(shiftInstant(NOON, day * DAY))?.rateE8)).toEqual([
      79_000_000, 79_000_000, 79_000_000, 81_000_000, 81_000_000,
    ]);
    expect((await fxRatesByDay(db, 'USD', 'JPY'))(NOON)).toBeNull();
  });

  test('the newest rate known by then, never a later one', async () => {
    const db = makeDatabase();
    const later = { ...rate, rateE8: 81_000_000, asOf: shiftInstant(NOON, 30 * DAY) };
    await putFxRate(db, rate);
    await putFxRate(db, later);
    await putFxRate(db, { ...rate, quote: 'EUR', asOf: shiftInstant(NOON, DAY) });
    expect(await latestFxRate(db, 'USD', 'GBP', shiftInstant(NOON, -1))).toBeNull();
    expect(await latestFxRate(db, 'USD', 'GBP', NOON)).toEqual(rate);
    expect(await latestFxRate(db, 'USD', 'GBP', shiftInstant(NOON, 20 * DAY))).toEqual(rate);
    expect(await latestFxRate(db, 'USD', 'GBP', later.asOf)).toEqual(later);
  });
});

describe('small stores', () => {
  test('meta answers null until set', async () => {
    const db = makeDatabase();
    expect(await getMeta(db, 'account')).toBeNull();
    await setMeta(db, 'account', 'a', NOON);
    expect(await getMeta(db, 'account')).toBe('a');
  });

  test('fee tables are seeded once and an edited one stays edited', async () => {
    const db = makeDatabase();
    const [older, newer] = ALIAS_FEE_SCHEDULES;
    if (older === undefined || newer === undefined) throw new Error('two shipped tables expected');
    await seedFeeSchedules(db, [newer], NOON);
    const edited = { ...newer, cashOutBasisPoints: 0, source: 'you' };
    await db.feeSchedules.toCollection().modify({ schedule: edited });
    expect(await seedFeeSchedules(db, [older, newer], NOON)).toBe(1);
    expect(await seedFeeSchedules(db, [older, newer], NOON)).toBe(0);
    expect(await listFeeSchedules(db, 'alias')).toEqual([older, edited]);
    expect(await listFeeSchedules(db, 'stockx')).toEqual([]);
  });

  test('a file is recognised by its digest and cannot be recorded twice', async () => {
    const db = makeDatabase();
    const row = {
      id: 'i1',
      createdAt: NOON,
      updatedAt: NOON,
      kind: 'purchase-ledger',
      fileName: 'costs.csv',
      digest: 'abc',
      rows: 2,
      applied: 2,
      skipped: 0,
      problems: [],
      undoneAt: null,
    } as const;
    expect(await findImport(db, 'abc')).toBeNull();
    await addImport(db, row);
    expect(await findImport(db, 'abc')).toEqual(row);
    await expect(addImport(db, { ...row, id: 'i2' })).rejects.toMatchObject({ name: 'ConstraintError' });
  });

  test('the activity log keeps its newest lines', async () => {
    const db = makeDatabase();
    for (const at of [1, 2, 3]) {
      await appendActivity(db, {
        id: `a${at}`,
        at: shiftInstant(NOON, at),
        kind: 'test',
        by: 'system',
        entity: null,
        summary: '',
        facts: {},
      });
    }
    expect(await pruneActivity(db, 2)).toBe(1);
    expect(await db.activity.orderBy('at').primaryKeys()).toEqual(['a2', 'a3']);
  });

  test('text digest matches published FNV-1a vectors', () => {
    expect([textDigest(''), textDigest('a'), textDigest('foobar')]).toEqual([
      'cbf29ce484222325',
      'af63dc4c8601ec8c',
      '85944171f73967e8',
    ]);
  });
});

test('reminders of what is no longer asked for are dropped; how far lists and prices were read is not', async () => {
  const db = makeDatabase();
  const cursor = { token: null, sweepId: null, finishedAt: NOON, pages: 0, items: 0, total: null };
  const ids = ['alias/orders', 'alias/prices/a', 'alias/recent-sales/a/10', 'alias/unknown-product/b'];
  await db.cursors.bulkAdd(ids.map((id) => ({ ...cursor, id, startedAt: NOON })));
  await db.cursors.add({ ...cursor, id: 'alias/recent-sales/a/11', startedAt: shiftInstant(NOON, DAY) });
  expect(await pruneReminders(db, shiftInstant(NOON, DAY))).toBe(2);
  expect(await db.cursors.toCollection().primaryKeys()).toEqual([
    'alias/orders',
    'alias/prices/a',
    'alias/recent-sales/a/11',
  ]);
});
