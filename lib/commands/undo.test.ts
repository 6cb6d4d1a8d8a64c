import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeListing, makePair, usd } from '@/tests/fixtures/builders';
import { makeCommandDeps } from '@/tests/fixtures/command-deps';
import { addPairs } from './add-pairs';
import { editPairs } from './edit-pairs';
import { keepUndo } from './keep-undo';
import { removePairs } from './remove-pairs';
import { sellPair } from './sell-pair';
import { setPairCost } from './set-pair-cost';
import { setPhoto } from './set-photo';
import { takeOverCost } from './take-over-cost';
import { runUndo } from './undo';

const PHOTO = 'data:image/webp;base64,AAAA';

async function rowsOf({ db }: ReturnType<typeof makeCommandDeps>) {
  return { pairs: await db.inventory.toArray(), sales: await db.sales.toArray(), photos: await db.photos.toArray() };
}

/** One wish of a person; answers how to take it back, null when it was refused or did nothing. */
async function wish(deps: ReturnType<typeof makeCommandDeps>, kind: string, n: number): Promise<string | null> {
  const ids = (await deps.db.inventory.toCollection().primaryKeys()).filter((_id, nth) => nth % 3 === n % 3);
  const pairId = ids[0] ?? 'nobody';
  const { id: _i, createdAt: _c, updatedAt: _u, deletedAt: _d, ...stock } = makePair();
  const tried: Promise<{ readonly undoId: string | null }> =
    kind === 'add'
      ? addPairs(deps, { drafts: [{ ...stock, quantity: 1 + (n % 2), photo: n % 2 === 0 ? PHOTO : null }] })
      : kind === 'edit'
        ? editPairs(deps, ids, { cost: usd(n), tagsAdd: [`t${n}`], location: n % 2 === 0 ? null : 'Shelf' })
        : kind === 'remove'
          ? removePairs(deps, ids)
          : kind === 'photo'
            ? setPhoto(deps, pairId, n % 2 === 0 ? null : PHOTO)
            : sellPair(deps, {
                pairId,
                platform: 'ebay',
                price: usd(100 + n),
                taken: { is: 'fees', amount: usd(n) },
                soldAt: deps.now(),
                note: '',
                displayCurrency: 'USD',
              });
  return tried.then(({ undoId }) => undoId).catch(() => null);
}

describe('undo', () => {
  test('whatever a person did, taken back in reverse the rows are as they were', { timeout: 20_000 }, async () => {
    const step = fc.record({
      kind: fc.constantFrom('add', 'edit', 'remove', 'sell', 'photo'),
      n: fc.nat(9),
      // Also within one millisecond.
      wait: fc.nat(2),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const deps = makeCommandDeps();
        await deps.db.inventory.bulkAdd([
          makePair({ id: 'a' }),
          makePair({ id: 'b', status: 'sold' }),
          makePair({ id: 'c' }),
        ]);
        const before = await rowsOf(deps);
        const undos: string[] = [];
        for (const { kind, n, wait } of steps) {
          deps.push(wait);
          const undoId = await wish(deps, kind, n);
          if (undoId !== null) undos.unshift(undoId);
        }
        for (const undoId of undos) expect(await runUndo(deps, undoId)).toMatchObject({ left: 0 });
        expect(await rowsOf(deps)).toEqual(before);
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  test('a row that was changed since is left alone and told; the others go back', async () => {
    const deps = makeCommandDeps();
    const [a, b] = [makePair({ id: 'a' }), makePair({ id: 'b' })];
    await deps.db.inventory.bulkAdd([a, b]);
    const { undoId } = await editPairs(deps, ['a', 'b'], { location: 'Shelf' });
    deps.push(1);
    await setPairCost(deps, 'a', usd(5));
    expect(await runUndo(deps, undoId ?? '')).toEqual({ restored: 1, left: 1 });
    expect(await deps.db.inventory.get('a')).toMatchObject({ location: 'Shelf', cost: usd(5) });
    expect(await deps.db.inventory.get('b')).toEqual(b);
  });

  test('an added pair that was changed since keeps its picture; one that goes leaves none behind', async () => {
    const deps = makeCommandDeps();
    const { id: _i, createdAt: _c, updatedAt: _u, deletedAt: _d, ...stock } = makePair();
    const added = await addPairs(deps, { drafts: [{ ...stock, quantity: 2, photo: PHOTO }] });
    const [kept = '', gone = ''] = added.pairIds;
    deps.push(1);
    await setPairCost(deps, kept, usd(5));
    await setPhoto(deps, gone, PHOTO.replace('AAAA', 'BBBB'));
    expect(await runUndo(deps, added.undoId ?? '')).toEqual({ restored: 1, left: 3 });
    expect(await rowsOf(deps)).toMatchObject({ pairs: [{ id: kept }], photos: [{ pairId: kept }] });
  });

  test('is done once: a second time changes nothing', async () => {
    const deps = makeCommandDeps();
    await deps.db.inventory.add(makePair({ id: 'a' }));
    const { undoId } = await editPairs(deps, ['a'], { location: 'Shelf' });
    await runUndo(deps, undoId ?? '');
    await editPairs(deps, ['a'], { location: 'Shelf' });
    expect(await runUndo(deps, undoId ?? '')).toEqual({ restored: 0, left: 0 });
    expect(await deps.db.inventory.get('a')).toMatchObject({ location: 'Shelf' });
  });

  test('the newest 200 can be taken back; what is older says so', async () => {
    const deps = makeCommandDeps();
    await deps.db.inventory.add(makePair({ id: 'a' }));
    const undos: (string | null)[] = [];
    for (let n = 0; n < 201; n += 1) {
      deps.push(1);
      undos.push((await editPairs(deps, ['a'], { location: `Shelf ${n}` })).undoId);
    }
    expect(await deps.db.undos.count()).toBe(200);
    await expect(runUndo(deps, undos[0] ?? '')).rejects.toMatchObject({ code: 'not-found' });
    expect(await runUndo(deps, undos[200] ?? '')).toEqual({ restored: 1, left: 0 });
  });
});

test('of commands on very many rows only the newest three are kept, of the others all', async () => {
  const deps = makeCommandDeps();
  const many = Array.from({ length: 1001 }, (_, nth) => makePair({ id: `p${nth}` }));
  const undoOf = (pairs: readonly ReturnType<typeof makePair>[]) =>
    keepUndo(
      deps,
      'pairs/edit',
      pairs.map((pair) => ({ table: 'inventory', before: pair, after: pair })),
    );
  const small = await undoOf(many.slice(0, 1));
  const large: (string | null)[] = [];
  for (let nth = 0; nth < 4; nth += 1) {
    deps.push(1);
    large.push(await undoOf(many));
  }
  expect(new Set(await deps.db.undos.toCollection().primaryKeys())).toEqual(new Set([small, ...large.slice(1)]));
});

describe('a pair that came twice', () => {
  const earlier = makePair({ id: 'earlier', goatListingId: 'L1', ledgerRef: 'a1', cost: usd(60), note: 'box torn' });
  const again = makePair({ id: 'again', goatListingId: 'L2', status: 'listed', cost: null, supplier: null });

  test('gets all the seller said of its earlier entry, which goes; undo gives both back', async () => {
    const deps = makeCommandDeps();
    await deps.db.inventory.bulkAdd([earlier, again]);
    const { undoId } = await takeOverCost(deps, 'again', 'earlier');
    expect(await deps.db.inventory.get('again')).toMatchObject({ cost: usd(60), ledgerRef: 'a1', note: 'box torn' });
    expect(await deps.db.inventory.get('earlier')).toMatchObject({ ledgerRef: null, deletedAt: deps.now() });
    expect(await runUndo(deps, undoId ?? '')).toEqual({ restored: 2, left: 0 });
    expect(await deps.db.inventory.bulkGet(['again', 'earlier'])).toEqual([again, earlier]);
  });

  test('keeps what was already said of the new entry', async () => {
    const deps = makeCommandDeps();
    await deps.db.inventory.bulkAdd([
      { ...earlier, tags: ['gift'], location: 'Shelf A' },
      { ...again, tags: ['new'], location: 'Shelf B', note: 'second box' },
    ]);
    await takeOverCost(deps, 'again', 'earlier');
    expect(await deps.db.inventory.get('again')).toMatchObject({
      tags: ['gift', 'new'],
      location: 'Shelf B',
      note: 'box torn\nsecond box',
    });
  });

  test('is not taken back by half: one cost would be on two pairs', async () => {
    const deps = makeCommandDeps();
    await deps.db.inventory.bulkAdd([earlier, again]);
    const { undoId } = await takeOverCost(deps, 'again', 'earlier');
    deps.push(1);
    await editPairs(deps, ['again'], { location: 'Shelf' });
    expect(await runUndo(deps, undoId ?? '')).toEqual({ restored: 0, left: 2 });
    expect(await deps.db.inventory.get('earlier')).toMatchObject({ deletedAt: expect.any(Number) });
  });

  test('is refused while the earlier one is still listed, or when it is other shoes', async () => {
    const deps = makeCommandDeps();
    await deps.db.inventory.bulkAdd([
      earlier,
      again,
      makePair({ id: 'other', goatListingId: 'L3', condition: 'used' }),
    ]);
    await expect(takeOverCost(deps, 'again', 'other')).rejects.toMatchObject({ code: 'not-allowed' });
    await deps.db.listings.add(makeListing({ externalId: 'L1' }));
    await expect(takeOverCost(deps, 'again', 'earlier')).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
