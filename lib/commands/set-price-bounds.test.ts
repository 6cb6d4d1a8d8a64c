import { expect, test } from 'vitest';
import { money } from '@/lib/domain/money/money';
import { makePair, usd } from '@/tests/fixtures/builders';
import { makeCommandDeps } from '@/tests/fixtures/command-deps';
import { setPriceBounds } from './set-price-bounds';
import { runUndo } from './undo';

async function makePairs() {
  const deps = makeCommandDeps();
  await deps.db.inventory.bulkAdd([
    makePair({ id: 'a' }),
    makePair({ id: 'b', priceMinimum: usd(100), priceMaximum: usd(200) }),
  ]);
  return deps;
}

test('bounds of many pairs are set, what is left out stays, and undo brings them back', async () => {
  const deps = await makePairs();
  const before = await deps.db.inventory.toArray();
  const { changed, undoId } = await setPriceBounds(deps, ['a', 'b', 'nobody'], { minimum: usd(120) });
  expect(changed).toBe(2);
  expect(await deps.db.inventory.toArray()).toMatchObject([
    { priceMinimum: usd(120), priceMaximum: null },
    { priceMinimum: usd(120), priceMaximum: usd(200) },
  ]);
  expect(await runUndo(deps, undoId ?? '')).toEqual({ restored: 2, left: 0 });
  expect(await deps.db.inventory.toArray()).toEqual(before);
  // The story of a pair tells it in words, not by the name of the command.
  expect((await deps.db.activity.toArray()).at(-1)?.summary).toBe('Taken back: the price limits');
});

test('null takes a bound away; what is so already is not written', async () => {
  const deps = await makePairs();
  expect(await setPriceBounds(deps, ['a', 'b'], { minimum: null, maximum: null })).toMatchObject({ changed: 1 });
  expect(await setPriceBounds(deps, ['a', 'b'], { minimum: null })).toEqual({ changed: 0, undoId: null });
});

test.each([
  ['the lowest above the highest', { minimum: usd(120), maximum: usd(119) }],
  ['a lowest above the highest a pair has', { minimum: usd(201) }],
  ['a highest below the lowest a pair has', { maximum: usd(99) }],
  ['zero', { minimum: usd(0) }],
  ['another currency', { minimum: money(12_000, 'GBP') }],
])('%s is refused for all of them', async (_name, bounds) => {
  const deps = await makePairs();
  const before = await deps.db.inventory.toArray();
  await expect(setPriceBounds(deps, ['a', 'b'], bounds)).rejects.toMatchObject({ code: 'bad-value' });
  expect(await deps.db.inventory.toArray()).toEqual(before);
});

test('pairs that are gone are not found', async () => {
  await expect(setPriceBounds(await makePairs(), ['nobody'], { minimum: null })).rejects.toMatchObject({
    code: 'not-found',
  });
});
