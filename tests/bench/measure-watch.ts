import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { ArchvdDatabase } from '@/lib/db/database';
import { ensureJobs } from '@/lib/db/repositories/jobs';
import type { WatchlistItemRow } from '@/lib/db/rows';
import { HOUR_MS, instant, type Instant } from '@/lib/domain/time/instant';
import { JOB_PLANS } from '@/lib/jobs/job-plan';
import { runTurn } from '@/lib/jobs/run-turn';
import { createPricesTask } from '@/lib/sync/read-prices';
import { fakeMarketplace, type FakeMarketplace } from '../fakes/fake-marketplace';
import { fakeClock, fakeRandom, START, type FakeClock } from '../fakes/fake-platform';
import { makePrice, makeProduct, usd } from '../fixtures/builders';

const WATCHED = 1000;
/** Of these the ask is a little above the target. */
const NEAR = 50;
const HOURS = 3;
/** alias answers two requests a second. */
const REQUEST_MS = 500;
/** The prices job comes a minute after it was done last. */
const REST_MS = 60_000;

/**
 * Requests of the worst hour against the number of products watched: a thousand of them, to be no older than an hour,
 * fifty near their targets. The real job, planner and books, against a market that only counts.
 */
export async function measureWatch(): Promise<number> {
  const db = await makeBooks();
  const clock = fakeClock(instant(START));
  const market = countingMarket(clock);
  const random = fakeRandom();
  const task = createPricesTask({
    db,
    marketplace: market,
    clock,
    random,
    ...settings(),
  });
  const plan = JOB_PLANS.find(({ name }) => name === 'prices');
  if (plan === undefined) throw new Error('There is no job that reads prices');
  await ensureJobs(db, [{ id: 'prices', dueAt: instant(START) }]);
  while (clock.now() < START + HOURS * HOUR_MS) {
    const outcome = await runTurn({ db, clock, random }, plan, task, new AbortController().signal);
    if (outcome !== 'done' && outcome !== 'more') throw new Error(`The prices job ended as ${outcome}`);
    if (outcome === 'done') clock.pass(REST_MS);
  }
  db.close();
  const worst = worstHour(market.asked);
  console.log(`     watched ${WATCHED}: ${market.asked.length} requests in ${HOURS} hours, ${worst} in the worst`);
  return worst / WATCHED;
}

function settings() {
  return {
    regionId: async () => null,
    freshnessMinutes: async () => 60,
    targetNotice: () => ({ title: '', message: '' }),
  };
}

function countingMarket(clock: FakeClock): FakeMarketplace & { readonly asked: Instant[] } {
  const asked: Instant[] = [];
  const market = fakeMarketplace();
  market.hook = () => {
    clock.pass(REQUEST_MS);
    asked.push(clock.now());
  };
  market.getQuotes = async ({ catalogId }) => {
    await market.hook({ name: 'getQuotes', argument: catalogId, nth: asked.length });
    const { variant, lowestAsk, highestOffer, lastSale, globalIndicator } = makePrice();
    const quote = { variant: { ...variant, catalogId }, lowestAsk, highestOffer, lastSale, globalIndicator };
    return { value: [quote], rejected: [], origin: { requestId: null, receivedAt: clock.now() } };
  };
  return Object.assign(market, { asked });
}

async function makeBooks(): Promise<ArchvdDatabase> {
  const db = new ArchvdDatabase('watch', { indexedDB: new IDBFactory(), IDBKeyRange });
  const at = instant(START);
  const ids = Array.from({ length: WATCHED }, (_, nth) => `watched-${nth}`);
  const ask = makePrice().lowestAsk ?? usd(100);
  await db.products.bulkAdd(ids.map((catalogId) => makeProduct({ catalogId })));
  await db.watchlistItems.bulkAdd(
    ids.map((catalogId, nth): WatchlistItemRow => ({
      id: catalogId,
      createdAt: at,
      updatedAt: at,
      deletedAt: null,
      watchlistId: 'w',
      catalogId,
      usSize: 10,
      targetPrice: { ...ask, minor: usd(ask.minor / (nth < NEAR ? 103 : 200)).minor } as typeof ask,
      note: '',
      reachedAt: null,
    })),
  );
  return db;
}

function worstHour(asked: readonly Instant[]): number {
  let from = 0;
  return asked.reduce((worst, at, nth) => {
    while ((asked[from] ?? at) <= at - HOUR_MS) from += 1;
    return Math.max(worst, nth - from + 1);
  }, 0);
}
