import { describe, expect, test } from 'vitest';
import { askForRun } from '@/lib/db/repositories/repricing-runs';
import { setRepricingMode } from '@/lib/db/repositories/repricing-state';
import { MarketError } from '@/lib/domain/errors/market-error';
import { HOUR_MS, shiftInstant } from '@/lib/domain/time/instant';
import { START } from '../fakes/fake-platform';
import { makeRule, makeRuleSettings } from '../fixtures/rules';
import { decisionsOf, makeRepricing, makeShop, offer, quotesAsked, type RepricingBooks } from './repricing-books';

/** What a run of the rules asks the marketplace, and when it asks and does nothing at all. */

const OLD = shiftInstant(START, -HOUR_MS);

describe('prices that are too old', () => {
  test('are read first, one request a product, and only of what a rule is about', async () => {
    const settings = makeRuleSettings();
    const rule = makeRule({ settings: { ...settings, scope: { ...settings.scope, brands: ['Nike'] } } });
    const books = await makeRepricing({ rules: [rule] });
    await offer(books, { catalogId: 'fresh', own: [120, 121] });
    await offer(books, { catalogId: 'stale', own: [120, 121, 122], readAt: OLD });
    await offer(books, { catalogId: 'never', own: [120], readAt: null });
    await offer(books, { catalogId: 'other', brand: 'adidas', own: [120], readAt: OLD });
    await books.run();
    expect(quotesAsked(books)).toEqual(['never', 'stale']);
    const held = (await decisionsOf(books)).filter(({ decision }) => decision.reason === 'stale');
    expect(held).toEqual([]);
  });

  test('that alias does not tell are asked for once a run, and hold', async () => {
    const books = await makeRepricing();
    await offer(books, { catalogId: 'stale', own: [120], readAt: OLD });
    await offer(books, { catalogId: 'told', own: [120], readAt: OLD });
    books.market.hook = ({ argument }) => {
      if (argument === 'stale') throw new MarketError('not-found', { message: 'gone', httpStatus: 404 });
    };
    expect(await books.run()).toBe('done');
    expect(quotesAsked(books)).toHaveLength(2);
    const found = new Map((await decisionsOf(books)).map(({ listingId, decision }) => [listingId, decision]));
    expect(found.get('stale-0')).toMatchObject({ kind: 'hold', reason: 'stale' });
    expect(found.get('told-0')).not.toMatchObject({ reason: 'stale' });
  });

  test('cut off in the middle, what was read is not asked for again', async () => {
    const books = await makeRepricing();
    for (const catalogId of ['a', 'b', 'c']) await offer(books, { catalogId, own: [120], readAt: OLD });
    let isDown = true;
    books.market.hook = ({ argument }) => {
      if (argument === 'b' && isDown) throw new MarketError('offline', { message: 'No connection.' });
    };
    expect(await books.turn()).toBe('failed');
    expect(await books.db.repricingRuns.count()).toBe(0);
    isDown = false;
    await books.run();
    expect(quotesAsked(books)).toEqual(['a', 'b', 'b', 'c']);
    expect(await books.db.repricingRuns.count()).toBe(1);
  });
});

describe('nothing is done and nothing asked', () => {
  test.each<[string, (books: RepricingBooks) => Promise<unknown>]>([
    ['while paused', ({ db }) => setRepricingMode(db, 'paused', null, START)],
    ['without a rule that is on', ({ db }) => db.repricingRules.toCollection().modify({ enabled: false })],
    ['when the only rule was deleted', ({ db }) => db.repricingRules.toCollection().modify({ deletedAt: START })],
    [
      'on holiday',
      ({ db }) =>
        db.vacations.add({
          id: 'v',
          startedAt: START,
          endedAt: null,
          listingIds: [],
          startGroupId: null,
          endGroupId: null,
        }),
    ],
  ])('%s', async (_name, prepare) => {
    const books = await makeRepricing({ mode: 'live' });
    await offer(books, { catalogId: 'stale', own: [120], readAt: OLD });
    await prepare(books);
    await askForRun(books.db, START);
    expect(await books.run()).toBe('done');
    expect(books.market.calls).toEqual([]);
    expect(await books.db.repricingRuns.count()).toBe(0);
    expect(await books.db.repricingDecisions.count()).toBe(0);
    expect(await books.db.outbox.count()).toBe(0);
  });

  test('paused while it was decided, nothing is kept', async () => {
    const books = await makeRepricing({ mode: 'live' });
    await makeShop(books);
    const paused = await makeRepricing({ mode: 'live', db: books.db, clock: books.clock });
    Object.assign(paused.deps, {
      regionId: async () => {
        await setRepricingMode(books.db, 'paused', null, START);
        return null;
      },
    });
    expect(await paused.run()).toBe('done');
    expect(await books.db.outbox.count()).toBe(0);
    expect(await books.db.repricingRuns.count()).toBe(0);
  });
});
