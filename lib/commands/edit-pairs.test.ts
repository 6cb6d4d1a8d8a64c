import { describe, expect, test } from 'vitest';
import type { StyleCode } from '@/lib/domain/catalog/style-code';
import { DAY_MS, shiftInstant } from '@/lib/domain/time/instant';
import { makeListing, makePair, makeProduct, NOON, usd } from '@/tests/fixtures/builders';
import { makeCommandDeps } from '@/tests/fixtures/command-deps';
import { editPairs, type PairChanges } from './edit-pairs';

async function withPairs(...pairs: ReturnType<typeof makePair>[]) {
  const deps = makeCommandDeps();
  await deps.db.inventory.bulkAdd(pairs);
  return deps;
}

describe('editing pairs', () => {
  test('writes only rows that come out different, and what is not named stays', async () => {
    const [a, b] = [
      makePair({ location: 'Shelf A', tags: ['gift'] }),
      makePair({ location: 'Shelf B', tags: ['gift'] }),
    ];
    const deps = await withPairs(a, b);
    const result = await editPairs(deps, [a.id, b.id, a.id], { location: 'Shelf B', tagsAdd: ['gift'] });
    expect(result).toMatchObject({ changed: 1, kept: 0 });
    expect(await deps.db.inventory.get(b.id)).toEqual(b);
    expect(await deps.db.inventory.get(a.id)).toEqual({ ...a, location: 'Shelf B', updatedAt: a.updatedAt + 1 });
    expect(await deps.db.activity.toArray()).toMatchObject([{ summary: 'Changed: location', entity: { id: a.id } }]);
  });

  test('an edit that changes nothing writes nothing at all and has no undo', async () => {
    const pair = makePair({ cost: usd(60) });
    const deps = await withPairs(pair);
    expect(await editPairs(deps, [pair.id], { cost: usd(60) })).toEqual({ changed: 0, kept: 0, undoId: null });
    expect(await editPairs(deps, [pair.id], {})).toEqual({ changed: 0, kept: 0, undoId: null });
    expect([await deps.db.undos.count(), await deps.db.activity.count()]).toEqual([0, 0]);
  });

  test('tags are added and removed, each once', async () => {
    const pair = makePair({ tags: ['a', 'b'] });
    const deps = await withPairs(pair);
    await editPairs(deps, [pair.id], { tagsAdd: ['c', ' a '], tagsRemove: ['b'] });
    expect(await deps.db.inventory.get(pair.id)).toMatchObject({ tags: ['a', 'c'] });
  });

  test('what shoes a listing offers stays as alias says; the rest of the edit is done, and it is counted', async () => {
    const listed = makePair({ goatListingId: 'L1', status: 'listed', cost: null });
    const deps = await withPairs(listed);
    await deps.db.listings.add(makeListing({ externalId: 'L1' }));
    const changes: PairChanges = { size: { value: 11, system: 'US' }, status: 'in-stock', cost: usd(50) };
    expect(await editPairs(deps, [listed.id], changes)).toMatchObject({ changed: 1, kept: 1 });
    expect(await deps.db.inventory.get(listed.id)).toMatchObject({
      size: listed.size,
      status: 'listed',
      cost: usd(50),
    });
  });

  test('a sold pair stays sold', async () => {
    const sold = makePair({ status: 'sold' });
    const deps = await withPairs(sold);
    expect(await editPairs(deps, [sold.id], { status: 'written-off' })).toMatchObject({ changed: 0, kept: 1 });
  });

  test('another style code is another product; another writing of the same is not', async () => {
    const pair = makePair();
    const deps = await withPairs(pair);
    await editPairs(deps, [pair.id], { styleCode: 'CW2288-111' as StyleCode });
    expect(await deps.db.inventory.get(pair.id)).toMatchObject({ styleCode: 'CW2288-111', catalogId: null });
  });

  test('a size the product does not have is refused, and nothing is changed', async () => {
    const pair = makePair();
    const deps = await withPairs(pair);
    await deps.db.products.add(makeProduct());
    const tried = editPairs(deps, [pair.id], { size: { value: 19, system: 'US' }, cost: usd(1) });
    await expect(tried).rejects.toThrow('This product has no US 19.');
    expect(await deps.db.inventory.get(pair.id)).toEqual(pair);
  });

  test('pairs that are gone are told', async () => {
    await expect(editPairs(makeCommandDeps(), ['nobody'], { cost: null })).rejects.toMatchObject({ code: 'not-found' });
  });
});

test('a pair that was written off and is offered all the same comes back as listed', async () => {
  const deps = makeCommandDeps();
  const lost = makePair({ goatListingId: 'L1', status: 'written-off' });
  await deps.db.inventory.add(lost);
  await deps.db.listings.add(makeListing({ externalId: 'L1' }));
  expect(await editPairs(deps, [lost.id], { status: 'in-stock' })).toMatchObject({ changed: 1, kept: 0 });
  expect(await deps.db.inventory.get(lost.id)).toMatchObject({ status: 'listed' });
});

test('the day of a write-off stays through later changes, and goes when the pair is found again', async () => {
  const deps = makeCommandDeps();
  const pair = makePair();
  await deps.db.inventory.add(pair);
  await editPairs(deps, [pair.id], { status: 'written-off' });
  const at = (await deps.db.inventory.get(pair.id))?.writtenOffAt;
  expect(at).toBeGreaterThanOrEqual(NOON);
  await editPairs(deps, [pair.id], { note: 'the box was wet', status: 'written-off' });
  expect(await deps.db.inventory.get(pair.id)).toMatchObject({ note: 'the box was wet', writtenOffAt: at });
  await editPairs(deps, [pair.id], { status: 'in-stock' });
  expect(await deps.db.inventory.get(pair.id)).toMatchObject({ writtenOffAt: null });
});

test.each<[string, PairChanges]>([
  ['a bar code as a cost', { cost: usd(1_958_661_376_530) }],
  ['a purchase to come', { boughtAt: shiftInstant(NOON, 2 * DAY_MS) }],
])('%s is refused', async (_what, changes) => {
  const deps = makeCommandDeps();
  const pair = makePair();
  await deps.db.inventory.add(pair);
  await expect(editPairs(deps, [pair.id], changes)).rejects.toMatchObject({ code: 'bad-value' });
  expect(await deps.db.inventory.get(pair.id)).toEqual(pair);
});
