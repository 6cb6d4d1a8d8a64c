import { beforeEach, expect, test } from 'vitest';
import { deskParts } from '@/entrypoints/background/compose-desk';
import { saveRelease } from '@/lib/commands/save-release';
import type { ArchvdDatabase } from '@/lib/db/database';
import { isReleaseLookDue, makeReleasesDue } from '@/lib/db/repositories/release-look';
import type { MessageParts } from '@/lib/desk/ports';
import { DAY_MS, HOUR_MS, MINUTE_MS, shiftInstant } from '@/lib/domain/time/instant';
import { emptyTally } from '@/lib/sync/sync-run';
import { fakeMarketplace } from '../fakes/fake-marketplace';
import { fakeClock, fakeRandom, START } from '../fakes/fake-platform';
import { makeBrowserDatabase, makeDatabase } from '../fixtures/test-database';
import { testDesk } from '../fixtures/test-desk';
import { freshBrowser } from './card';
import { mortal, type Life } from './mortal';

/**
 * I16 for releases: what was written down for tomorrow reminds a day and an hour before, each once, wherever a worker
 * dies over the job at the desk.
 */

beforeEach(freshBrowser);

/** Tomorrow, at this moment of the clock. */
const OUT = shiftInstant(START, 30 * HOUR_MS);

type Clock = ReturnType<typeof fakeClock>;

/** What the worker's minute does: the desk is opened only when something is due. */
async function minute(db: ArchvdDatabase, clock: Clock): Promise<void> {
  if (!(await isReleaseLookDue(db, clock.now()))) return;
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const ground = { db, clock, random: fakeRandom(), log, isDemo: false };
  // Nothing else of the background is asked by this job.
  const parts = { ground, marketplace: fakeMarketplace() } as unknown as MessageParts;
  const rest = { priority: 'backfill', signal: new AbortController().signal, tally: emptyTally() } as const;
  const run = { job: 'alerts', runId: 'run', startedAt: START, fence: 0, ...rest, shouldYield: () => false } as const;
  await testDesk(deskParts(parts)).alerts(run);
}

async function written() {
  const browser = makeBrowserDatabase();
  const clock = fakeClock(START);
  const db = makeDatabase(browser);
  await db.jobs.add({
    id: 'alerts',
    dueAt: START,
    lease: null,
    fence: 0,
    failures: 0,
    lastFinishedAt: null,
    lastSuccessAt: null,
    progress: null,
  });
  const told = { catalogId: null, styleCode: null, name: 'Aero Court 1', brand: '', url: null, note: '', remind: true };
  const date = new Date(OUT).toISOString().slice(0, 10);
  let ids = 0;
  const deps = { db, now: () => clock.now(), newId: () => `id-${(ids += 1)}`, isLive: true };
  await saveRelease(deps, {
    id: null,
    draft: { ...told, date, at: OUT, retailPrice: null },
  });
  return { browser, clock, db };
}

const bells = async (db: ArchvdDatabase) => (await db.notices.orderBy('at').toArray()).map(({ message }) => message);

test('minute by minute until it is out: a day before and an hour before, each once', async () => {
  const { db, clock } = await written();
  for (let passed = 0; passed < 31 * HOUR_MS; passed += 10 * MINUTE_MS) {
    await minute(db, clock);
    clock.pass(10 * MINUTE_MS);
  }
  expect(await bells(db)).toEqual(['day', 'hour']);
});

/** Dies at a point of the look that is to tell the hour, the last one in time for it. */
async function dyingAt(dieAt: number): Promise<{ readonly lived: boolean }> {
  const { browser, clock, db: ground } = await written();
  await minute(ground, clock);
  clock.pass(OUT - DAY_MS - clock.now());
  await minute(ground, clock);
  clock.pass(OUT - HOUR_MS - clock.now());
  expect(await bells(ground)).toEqual(['day']);
  ground.close();
  const life: Life = { points: 0, dieAt, dead: false };
  const dying = mortal(makeDatabase(browser), life);
  const lived = await minute(dying, clock).then(
    () => true,
    () => false,
  );
  dying.close();
  const db = makeDatabase(browser);
  for (let nth = 0; nth < 3; nth += 1) {
    clock.pass(MINUTE_MS);
    await minute(db, clock);
  }
  expect(await bells(db), `dead at ${dieAt}`).toEqual(['day', 'hour']);
  db.close();
  return { lived };
}

test('a worker killed at any point rings once, and never not at all', async () => {
  let deaths = 0;
  for (let point = 1; point < 200; point += 1) {
    if ((await dyingAt(point)).lived) break;
    deaths += 1;
  }
  expect(deaths).toBeGreaterThan(5);
}, 60_000);

test('what is written down while others are looked at is looked at next, and not within the hour', async () => {
  const { browser, clock, db } = await written();
  const late = makeDatabase(browser);
  const life: Life = { points: 0, dieAt: Number.POSITIVE_INFINITY, dead: false };
  const looking = mortal(makeDatabase(browser), life);
  const saved: Promise<unknown>[] = [];
  life.at = (point) => {
    if (point === 3) saved.push(makeReleasesDue(late, clock.now()));
  };
  await minute(looking, clock);
  await Promise.all(saved);
  expect(saved).toHaveLength(1);
  expect(await isReleaseLookDue(db, clock.now())).toBe(true);
});
