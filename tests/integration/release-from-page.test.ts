import { beforeEach, describe, expect, test } from 'vitest';
import { releaseHandlers } from '@/lib/desk/handle-releases';
import { isReleaseLookDue } from '@/lib/db/repositories/release-look';
import { HOUR_MS, instant } from '@/lib/domain/time/instant';
import { PROTOCOL, type MessageInput } from '@/lib/messaging/protocol';
import { fakeRandom } from '../fakes/fake-platform';
import { freshBrowser, makeCard } from './card';

/** A release captured from a page, with the real handlers on a database in memory. */

const ADD: MessageInput<'page/add-release'> = {
  site: 'stockx',
  styleCode: 'ZX1234-567',
  catalogId: null,
  name: 'Aero Court 1 Low Test Lime',
  brand: 'Nike',
  date: '2026-12-05',
  price: { minor: 12_000, currency: 'USD' },
};
const SENDER = { tabId: 1, windowId: 2, url: 'https://stockx.com/nike-aero-court-1-low-test-lime?size=10&me=secret#x' };

beforeEach(freshBrowser);

async function makePage() {
  const { db, clock, handlers } = await makeCard();
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const ground = { db, clock, random: fakeRandom(), log, isDemo: false };
  // Nothing else of the background is asked by this handler.
  const releases = releaseHandlers({ ground } as unknown as Parameters<typeof releaseHandlers>[0]);
  const add = async (over: Partial<typeof ADD> = {}) => {
    const { input, output } = PROTOCOL['page/add-release'];
    return output.parse(await releases['page/add-release'](input.parse({ ...ADD, ...over }), SENDER));
  };
  return { db, clock, add, undo: handlers['page/undo'] };
}

describe('adding', () => {
  test('the calendar holds it with the page’s address and nothing of its query, and it will remind', async () => {
    const { db, clock, add } = await makePage();
    expect(await add()).toEqual({ ok: true, undoId: expect.any(String), already: false });
    expect(await db.releases.toArray()).toMatchObject([
      {
        source: 'page',
        date: '2026-12-05',
        name: 'Aero Court 1 Low Test Lime',
        styleCode: 'ZX1234-567',
        retailPrice: { minor: 12_000, currency: 'USD' },
        url: 'https://stockx.com/nike-aero-court-1-low-test-lime',
        note: 'StockX',
        remind: true,
      },
    ]);
    expect(await isReleaseLookDue(db, clock.now())).toBe(true);
  });

  test('twice, and twice at once, is one entry', async () => {
    const { db, add } = await makePage();
    const both = await Promise.all([add(), add({ price: null })]);
    expect(both.filter((done) => done.ok && done.already)).toHaveLength(1);
    expect(await add()).toEqual({ ok: true, undoId: null, already: true });
    expect(await db.releases.count()).toBe(1);
    expect(await db.undos.count()).toBe(1);
  });

  test('an amount in nobody knows which dollars is no retail price', async () => {
    const { db, add } = await makePage();
    await add({ price: { minor: 12_000, currency: null } });
    expect(await db.releases.toArray()).toMatchObject([{ retailPrice: null }]);
  });

  test.each([
    ['no name', { name: '  ' }],
    ['no such day', { date: '2026-02-31' }],
  ])('%s: nothing is written', async (_what, over) => {
    const { db, add } = await makePage();
    expect(await add(over)).toMatchObject({ ok: false, error: { code: 'bad-value' } });
    expect(await db.releases.count()).toBe(0);
  });
});

describe('taking back', () => {
  test('from the card, once, and only for as long as a card lives', async () => {
    const { db, clock, add, undo } = await makePage();
    const first = await add();
    const undoId = (first.ok && first.undoId) || '';
    expect(await undo({ undoId })).toEqual({ ok: true });
    expect(await db.releases.count()).toBe(0);
    expect(await undo({ undoId }), 'a second click does nothing more').toEqual({ ok: true });
    const second = await add();
    clock.pass(HOUR_MS + 1);
    expect(await undo({ undoId: (second.ok && second.undoId) || '' })).toMatchObject({ ok: false });
    expect(await db.releases.count()).toBe(1);
  });

  test('what was changed since stays', async () => {
    const { db, add, undo } = await makePage();
    const done = await add();
    const [row] = await db.releases.toArray();
    await db.releases.update(row?.id ?? '', { note: 'raffle', updatedAt: instant((row?.updatedAt ?? 0) + 1) });
    expect(await undo({ undoId: (done.ok && done.undoId) || '' })).toMatchObject({ ok: false });
    expect(await db.releases.count()).toBe(1);
  });
});
