import { describe, expect, test } from 'vitest';
import type { StyleCode } from '@/lib/domain/catalog/style-code';
import { makeProduct, NOON, usd } from '@/tests/fixtures/builders';
import { makeCommandDeps } from '@/tests/fixtures/command-deps';
import { addPairs, type PairDraft } from './add-pairs';
import { runUndo } from './undo';

const DRAFT: PairDraft = {
  quantity: 1,
  catalogId: 'dunk-low-panda-dd1391-100',
  styleCode: 'DD1391-100' as StyleCode,
  name: 'Dunk Low Panda',
  brand: 'Nike',
  size: { value: 10, system: 'US' },
  condition: 'new',
  packaging: 'good',
  cost: usd(61.5),
  otherCosts: null,
  boughtAt: NOON,
  supplier: ' SNKRS ',
  tags: ['gift', ' gift ', ''],
  note: '',
  location: ' ',
  photo: null,
};
const PHOTO = 'data:image/jpeg;base64,/9j/4AAQ';

describe('adding pairs', () => {
  test('a quantity becomes so many pairs in stock, each with its own cost, and undo takes them all out', async () => {
    const deps = makeCommandDeps();
    await deps.db.products.add(makeProduct());
    const drafts = [DRAFT, { ...DRAFT, quantity: 2, size: { value: 9.5, system: 'US' as const }, photo: PHOTO }];
    const { pairIds, undoId } = await addPairs(deps, { drafts });
    const pairs = await deps.db.inventory.bulkGet([...pairIds]);
    expect(pairs.map((pair) => pair?.size.value)).toEqual([10, 9.5, 9.5]);
    expect(pairs[0]).toMatchObject({
      status: 'in-stock',
      origin: 'manual',
      cost: usd(61.5),
      supplier: 'SNKRS',
      tags: ['gift'],
      location: null,
    });
    expect(await deps.db.photos.toArray()).toMatchObject([
      { pairId: pairIds[1], dataUrl: PHOTO },
      { pairId: pairIds[2], dataUrl: PHOTO },
    ]);
    expect(await deps.db.activity.count()).toBe(3);
    expect(await runUndo(deps, undoId ?? '')).toEqual({ restored: 5, left: 0 });
    expect([await deps.db.inventory.count(), await deps.db.photos.count()]).toEqual([0, 0]);
  });

  test.each<[string, Partial<PairDraft>, string]>([
    ['a size the product does not have', { size: { value: 19, system: 'US' } }, 'This product has no US 19.'],
    ['a scale the product does not tell', { size: { value: 44, system: 'EU' } }, 'EU 44 cannot be placed'],
    ['a cost below zero', { cost: usd(-1) }, 'The cost cannot be below zero.'],
    ['a name without end', { name: 'x'.repeat(201) }, 'more than 200 characters'],
    ['nothing that names it', { name: ' ', styleCode: null, catalogId: null }, 'needs a name or a style code'],
    ['half a pair', { quantity: 1.5 }, 'whole number'],
    ['more pairs than one command adds', { quantity: 1001 }, 'At most 1000 pairs'],
    ['a picture of another kind', { photo: 'data:image/svg+xml;base64,AAAA' }, 'not a picture'],
    ['a picture too large', { photo: `data:image/jpeg;base64,${'A'.repeat(410_000)}` }, '300 KB'],
  ])('%s is refused in words, and nothing of the whole lot is written', async (_what, wrong, words) => {
    const deps = makeCommandDeps();
    await deps.db.products.add(makeProduct());
    const tried = addPairs(deps, { drafts: [DRAFT, { ...DRAFT, ...wrong }] });
    await expect(tried).rejects.toThrow(words);
    expect([await deps.db.inventory.count(), await deps.db.undos.count()]).toEqual([0, 0]);
  });

  test('a product that is not in the books yet cannot be held against the size', async () => {
    const deps = makeCommandDeps();
    const { pairIds } = await addPairs(deps, { drafts: [{ ...DRAFT, size: { value: 19, system: 'US' } }] });
    expect(pairIds).toHaveLength(1);
  });
});
