import { describe, expect, test } from 'vitest';
import type { JobRow, JobRunRow } from '@/lib/db/rows';
import { shiftInstant } from '@/lib/domain/time/instant';
import { makeListing, NOON } from '@/tests/fixtures/builders';
import { SCHEMA_VERSION } from '@/lib/db/database';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { diagnostics } from './diagnostics';
import { freshness } from './freshness';
import { freshnessOfPrices } from './freshness-of-prices';

const at = (ms: number) => shiftInstant(NOON, ms);

function makeJob(given: Partial<JobRow>): JobRow {
  return {
    id: 'orders',
    dueAt: at(60),
    lease: null,
    fence: 1,
    failures: 0,
    lastFinishedAt: null,
    lastSuccessAt: null,
    progress: null,
    ...given,
  };
}

function makeRun(given: Partial<JobRunRow>): JobRunRow {
  return {
    id: 'r',
    job: 'orders',
    startedAt: NOON,
    finishedAt: NOON,
    outcome: 'done',
    requests: 1,
    pages: 1,
    read: 1,
    written: 0,
    rejected: 0,
    requestIds: [],
    error: null,
    ...given,
  };
}

describe('freshness', () => {
  test('of an empty database: never read, nothing running, nothing wrong', async () => {
    const found = await freshness(makeDatabase(), NOON);
    expect(found).toMatchObject({
      syncedAt: null,
      running: false,
      error: null,
    });
    expect(found.scopes.map((scope) => scope.scope)).toEqual(['orders', 'listings', 'products', 'prices']);
  });

  test('is that of the older of orders and listings; a full reading counts for the listings', async () => {
    const db = makeDatabase();
    await db.jobs.bulkAdd([
      makeJob({ lastSuccessAt: at(-10) }),
      makeJob({ id: 'listings', lastSuccessAt: at(-900) }),
      makeJob({ id: 'listings-full', lastSuccessAt: at(-40) }),
    ]);
    expect((await freshness(db, NOON)).syncedAt).toBe(at(-40));
  });

  test('a lease that ran out is not running', async () => {
    const db = makeDatabase();
    await db.jobs.add(makeJob({ lease: { fence: 1, until: at(5) } }));
    expect((await freshness(db, NOON)).running).toBe(true);
    expect((await freshness(db, at(5))).running).toBe(false);
  });

  test('listings that were never read in full are not fresh, whatever was polled', async () => {
    const db = makeDatabase();
    await db.jobs.bulkAdd([
      makeJob({ lastSuccessAt: at(-10) }),
      makeJob({ id: 'listings', lastSuccessAt: at(-5) }),
      makeJob({ id: 'listings-full', failures: 2 }),
    ]);
    const error = { code: 'unavailable', message: 'alias has trouble' } as const;
    await db.jobRuns.add(makeRun({ job: 'listings-full', outcome: 'failed', error }));
    expect(await freshness(db, NOON)).toMatchObject({ syncedAt: null, error });
  });

  test('the error is that of the last finished run', async () => {
    const db = makeDatabase();
    const error = { code: 'auth-expired', message: 'alias refused the token' } as const;
    await db.jobs.add(makeJob({ failures: 1 }));
    await db.jobRuns.bulkAdd([
      makeRun({ id: 'a', outcome: 'failed', error }),
      makeRun({ id: 'b', startedAt: at(1), finishedAt: null, outcome: 'running' }),
    ]);
    expect((await freshness(db, NOON)).error).toEqual(error);
    await db.jobRuns.put(makeRun({ id: 'b', startedAt: at(1), outcome: 'stopped' }));
    expect((await freshness(db, NOON)).error).toBeNull();
  });

  test('a success that had nothing to do leaves no run, and clears the error', async () => {
    const db = makeDatabase();
    const error = { code: 'offline', message: 'alias cannot be reached' } as const;
    await db.jobs.add(makeJob({ failures: 0, lastSuccessAt: at(2) }));
    await db.jobRuns.add(makeRun({ outcome: 'failed', error }));
    expect((await freshness(db, at(3))).error).toBeNull();
  });

  test('prices: offered products only, unread ones counted, the oldest reading told', async () => {
    const db = makeDatabase();
    await db.listings.bulkAdd([
      makeListing({ catalogId: 'a' }),
      makeListing({ catalogId: 'a' }),
      makeListing({ catalogId: 'b' }),
      makeListing({ catalogId: 'c' }),
      makeListing({ catalogId: 'd', status: 'inactive' }),
    ]);
    const cursor = { token: null, sweepId: null, startedAt: NOON, pages: 1, items: 1, total: null };
    await db.cursors.bulkAdd([
      { ...cursor, id: 'alias/prices/a', finishedAt: at(-7) },
      { ...cursor, id: 'alias/prices/b', finishedAt: at(-3) },
      { ...cursor, id: 'alias/prices/d', finishedAt: at(-999) },
    ]);
    expect(await freshnessOfPrices(db, null)).toMatchObject({
      offeredProducts: 3,
      withoutPrices: 1,
      oldestPricesAt: at(-7),
    });
  });
});

test('diagnostics: runs newest first, quarantine by operation, every table counted', async () => {
  const db = makeDatabase();
  await db.jobRuns.bulkAdd([makeRun({ id: 'old' }), makeRun({ id: 'new', startedAt: at(5) })]);
  const bad = { externalId: null, issues: ['x'], raw: '{}', firstSeenAt: NOON, count: 1 };
  await db.quarantine.bulkAdd([
    { ...bad, id: '1', endpoint: 'GET /orders', lastSeenAt: at(1) },
    { ...bad, id: '2', endpoint: 'GET /listings', lastSeenAt: at(3) },
    { ...bad, id: '3', endpoint: 'GET /listings', lastSeenAt: at(2) },
  ]);
  const found = await diagnostics(db);
  expect(found.schema).toEqual({ code: SCHEMA_VERSION, installed: SCHEMA_VERSION });
  expect(found.runs.map((run) => run.id)).toEqual(['new', 'old']);
  expect(found.quarantine).toMatchObject({
    total: 3,
    byEndpoint: [
      { endpoint: 'GET /listings', rows: 2 },
      { endpoint: 'GET /orders', rows: 1 },
    ],
  });
  expect(found.quarantine.newest.map((row) => row.id)).toEqual(['2', '3', '1']);
  expect(found.tables).toHaveLength(db.tables.length);
  expect(found.tables.find((table) => table.name === 'quarantine')?.rows).toBe(3);
});
