import { describe, expect, test } from 'vitest';
import { chooseWatched } from '@/lib/commands/choose-watched';
import { runUndo } from '@/lib/commands/undo';
import { saveWatchlist } from '@/lib/commands/save-watchlist';
import { watchMany, type WatchLine } from '@/lib/commands/watch-many';
import { cancelSearch, dismissSearch, searchAgain } from '@/lib/commands/watch-search';
import { ensureJobs } from '@/lib/db/repositories/jobs';
import type { StyleCode } from '@/lib/domain/catalog/style-code';
import { MarketError } from '@/lib/domain/errors/market-error';
import { fakeMarketplace } from '@/tests/fakes/fake-marketplace';
import { fakeClock, fakeRandom } from '@/tests/fakes/fake-platform';
import { makeProduct, NOON, usd } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { createFindWatchedTask } from './find-watched';
import { runTurn } from './run-turn';

const { id: _id, createdAt: _c, updatedAt: _u, ...PANDA } = makeProduct();
const product = (styleCode: string, nth = '') => ({
  ...PANDA,
  styleCode: styleCode as StyleCode,
  rawSku: styleCode.replace('-', ' '),
  catalogId: `${styleCode}${nth}`,
});

function line(styleCode: string, given: Partial<WatchLine> = {}): WatchLine {
  return { text: styleCode, styleCode: styleCode as StyleCode, usSize: 10, targetPrice: null, note: '', ...given };
}

async function setUp() {
  const [db, clock, random, market] = [makeDatabase(), fakeClock(NOON), fakeRandom(), fakeMarketplace()];
  const deps = { db, now: () => clock.now(), newId: () => random.id() };
  const { id: list } = await saveWatchlist(deps, { id: null, name: 'Steals' });
  await ensureJobs(db, [{ id: 'find-watched', dueAt: NOON }]);
  const plan = { name: 'find-watched', periodMs: 60_000, priority: 'watch', needsMarketplace: true } as const;
  const task = createFindWatchedTask({ db, marketplace: market, clock, random });
  const turn = async () => {
    await db.jobs.update('find-watched', { dueAt: clock.now(), lease: null });
    return runTurn({ db, clock, random }, plan, task, new AbortController().signal);
  };
  const items = async () =>
    (await db.watchlistItems.toArray()).map((item) => `${item.catalogId} ${item.usSize}`).toSorted();
  const states = async () =>
    Object.fromEntries((await db.watchRequests.toArray()).map((row) => [row.text, row.problem ?? row.state]));
  const searches = () => market.calls.filter(({ name }) => name === 'searchCatalog').map(({ argument }) => argument);
  const add = (...lines: WatchLine[]) => watchMany(deps, { watchlistId: list, lines });
  return { db, clock, deps, market, list, turn, items, states, searches, add };
}

describe('many lines', () => {
  test('what the books know is watched at once, each once; the rest waits', async () => {
    const { db, items, states, add, list } = await setUp();
    await db.products.add(makeProduct());
    const known = PANDA.styleCode ?? '';
    const target = usd(95);
    const done = await add(
      line(known, { targetPrice: target, note: 'for Ana' }),
      line(known),
      line(known, { text: 'no such size', usSize: 17 }),
      line('JR8166', { text: 'a' }),
    );
    expect(done).toMatchObject({ added: 1, already: 1, waiting: 1 });
    expect(await items()).toEqual([`${PANDA.catalogId} 10`]);
    expect(await db.watchlistItems.toArray()).toMatchObject([
      { watchlistId: list, targetPrice: target, note: 'for Ana' },
    ]);
    expect(await states()).toEqual({ 'no such size': 'no-such-size', a: 'waiting' });
    expect(await add(line(known))).toMatchObject({ added: 0, already: 1, waiting: 0, undoId: null });
  });

  test('a thousand of them are one transaction and one line of the log', async () => {
    const { db, add } = await setUp();
    const lines = Array.from({ length: 1000 }, (_, nth) => line(`AB${1000 + nth}`));
    expect(await add(...lines)).toMatchObject({ added: 0, waiting: 1000 });
    expect(await db.activity.toArray()).toMatchObject([{ kind: 'watch/add', facts: { items: 1000 } }]);
  });
});

describe('the search', () => {
  test('asks once for each code, and says of each line what came of it', async () => {
    const { market, items, states, searches, turn, add } = await setUp();
    market.products = [product('JR8166'), product('GB7577'), product('GB7577', '-b')];
    market.hook = ({ argument }) => {
      if (argument === 'FX5502') throw new MarketError('unavailable', { message: 'alias has trouble (503).' });
    };
    await add(
      line('JR8166', { text: 'nine', usSize: 9 }),
      line('JR8166', { text: 'ten' }),
      line('GB7577'),
      line('ZZ0000'),
      line('FX5502'),
      line('JR8166', { text: 'none', usSize: 12 }),
    );
    expect(await turn()).toBe('done');
    expect(searches()).toEqual(['JR8166', 'GB7577', 'ZZ0000', 'FX5502']);
    expect(await states()).toEqual({
      nine: 'found',
      ten: 'found',
      none: 'no-such-size',
      GB7577: 'several',
      ZZ0000: 'not-found',
      FX5502: 'alias has trouble (503).',
    });
    expect(await items()).toEqual(['JR8166 10', 'JR8166 9']);
  });

  test('a worker that dies after any commit goes on with the rest, and adds nothing twice', async () => {
    const { db, market, items, turn, add, searches, clock } = await setUp();
    const codes = ['JR8166', 'GB7577', 'FX5502'];
    market.products = codes.map((code) => product(code));
    await add(...codes.map((code) => line(code)));
    for (const _ of codes) {
      let left = 1;
      const die = () => {
        left -= 1;
        if (left < 0) throw new Error('died');
      };
      db.watchRequests.hook('updating', die);
      await turn();
      db.watchRequests.hook('updating').unsubscribe(die);
      clock.pass(60_000);
    }
    expect(await turn()).toBe('done');
    expect(await items()).toEqual(['FX5502 10', 'GB7577 10', 'JR8166 10']);
    expect(searches().filter((code) => code === 'JR8166')).toHaveLength(1);
  });

  test('without a network nothing is lost and nobody is told it failed', async () => {
    const { market, states, turn, add } = await setUp();
    market.hook = () => {
      throw new MarketError('offline', { message: 'No connection.' });
    };
    await add(line('JR8166'));
    expect(await turn()).toBe('failed');
    expect(await states()).toEqual({ JR8166: 'waiting' });
  });

  test('can be stopped, tried again and put away', async () => {
    const { deps, db, market, items, states, turn, add, searches } = await setUp();
    const { batchId } = await add(line('JR8166'), line('GB7577'));
    await cancelSearch(deps, batchId);
    expect(await turn()).toBe('done');
    expect([searches(), await states()]).toEqual([[], { JR8166: 'cancelled', GB7577: 'cancelled' }]);
    await searchAgain(deps, batchId);
    market.products = [product('JR8166')];
    await turn();
    expect(await states()).toEqual({ JR8166: 'found', GB7577: 'not-found' });
    market.products.push(product('GB7577'));
    expect(await searchAgain(deps, batchId)).toBe(1);
    await turn();
    expect(await items()).toEqual(['GB7577 10', 'JR8166 10']);
    await dismissSearch(deps, batchId);
    expect(await db.watchRequests.count()).toBe(0);
  });

  test('of several a person chooses one', async () => {
    const { deps, db, market, items, states, turn, add } = await setUp();
    market.products = [product('GB7577'), product('GB7577', '-b')];
    await add(line('GB7577', { targetPrice: usd(90) }));
    await turn();
    const [request] = await db.watchRequests.toArray();
    await chooseWatched(deps, { requestId: request?.id ?? '', catalogId: 'GB7577-b' });
    expect([await items(), await states()]).toEqual([['GB7577-b 10'], { GB7577: 'found' }]);
    expect(await db.watchlistItems.toArray()).toMatchObject([{ targetPrice: usd(90) }]);
    await expect(chooseWatched(deps, { requestId: 'nobody', catalogId: 'x' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('taking it all back', () => {
  test('takes what was found meanwhile and what is still searched for', async () => {
    const { db, deps, market, items, turn, add } = await setUp();
    await db.products.add(makeProduct());
    market.products = [product('JR8166')];
    const { undoId } = await add(line(PANDA.styleCode ?? ''), line('JR8166'), line('ZZ0000'));
    await turn();
    expect(await items()).toHaveLength(2);
    expect(await runUndo(deps, undoId ?? '')).toMatchObject({ left: 0 });
    expect([await items(), await db.watchRequests.count()]).toEqual([[], 0]);
  });

  test('leaves what was on the list before, and what was changed since', async () => {
    const { db, deps, clock, market, items, turn, add } = await setUp();
    market.products = [product('JR8166'), product('GB7577')];
    await add(line('JR8166'));
    await turn();
    const { undoId } = await add(line('JR8166', { usSize: 9 }), line('JR8166'), line('GB7577'));
    await turn();
    const found = (await db.watchlistItems.toArray()).find(({ catalogId }) => catalogId === 'GB7577');
    clock.pass(1000);
    await db.watchlistItems.update(found?.id ?? '', { note: 'mine', updatedAt: clock.now() });
    await runUndo(deps, undoId ?? '');
    expect(await items()).toEqual(['GB7577 10', 'JR8166 10']);
  });
});
