import { beforeEach, expect, test } from 'vitest';
import { MINUTE_MS } from '@/lib/domain/time/instant';
import { freshBrowser, makeCard, PANDA, REFRESH } from './card';

beforeEach(freshBrowser);

test('a page gone wild changes the books only so often, and keeps the token unlocked no longer', async () => {
  const { db, clock, handlers } = await makeCard();
  await handlers['page/refresh'](REFRESH);
  const watch = (usSize: number) => handlers['page/watch']({ site: 'goat', catalogId: PANDA, usSize });
  for (let nth = 0; nth < 60; nth += 1) expect(await watch(nth)).toMatchObject({ ok: true });
  expect(await watch(60)).toMatchObject({ ok: false, error: { code: 'too-many' } });
  const add = handlers['page/add'];
  const pair = {
    site: 'goat',
    styleCode: null,
    catalogId: null,
    name: 'of an attacker',
    brand: '',
    usSize: 10,
    price: null,
    condition: 'new',
    shipping: null,
    withAdded: false,
  } as const;
  expect(await add(pair, {})).toMatchObject({ ok: false, error: { code: 'too-many' } });
  expect(await handlers['page/undo']({ undoId: 'guessed' })).toMatchObject({ error: { code: 'too-many' } });
  expect([await db.watchlistItems.count(), await db.inventory.count()]).toEqual([60, 0]);
  clock.pass(16 * MINUTE_MS);
  expect(await watch(60)).toMatchObject({ ok: true });
});
