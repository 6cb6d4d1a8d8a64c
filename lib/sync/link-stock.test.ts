import { expect, test } from 'vitest';
import { parseStyleCode } from '@/lib/domain/catalog/style-code';
import type { Pair } from '@/lib/domain/inventory/pair';
import { makePair, makeProduct, usd } from '@/tests/fixtures/builders';
import { makeWorld } from '@/tests/integration/world';

const PANDA = parseStyleCode('DD1391-100');
const SAMBA = parseStyleCode('B75806');
const US = { sizeSystem: 'US', allowedSizes: [{ displayName: '10', value: 10, usValue: 10 }] } as const;

const bought = (given: Partial<Pair>): Pair =>
  makePair({ status: 'in-stock', catalogId: null, goatListingId: null, cost: usd(60), ...given });

async function stockOf(pairs: readonly Pair[], prepare: (world: ReturnType<typeof makeWorld>) => Promise<unknown>) {
  const world = makeWorld();
  await prepare(world);
  await world.db.inventory.bulkAdd([...pairs]);
  await world.settle();
  const rows = await world.db.inventory.toArray();
  return { world, items: Object.fromEntries(rows.map((pair) => [pair.id, pair.catalogId])) };
}

test('a pair bought by its style code gets the one item of that code that comes in its size', async () => {
  const pairs = [
    bought({ id: 'fits', styleCode: PANDA, size: { value: 10, system: 'US' } }),
    bought({ id: 'no such size', styleCode: PANDA, size: { value: 19, system: 'US' } }),
    bought({ id: 'other system', styleCode: PANDA, size: { value: 44, system: 'EU' } }),
    bought({ id: 'no code', styleCode: null }),
    bought({ id: 'deleted', styleCode: PANDA, deletedAt: makePair().createdAt }),
    bought({ id: 'told', styleCode: PANDA, catalogId: 'by-hand' }),
  ];
  const { items } = await stockOf(pairs, ({ db }) =>
    db.products.add(makeProduct({ id: 'p', catalogId: 'panda', styleCode: PANDA, ...US })),
  );
  expect(items).toEqual({
    fits: 'panda',
    'no such size': null,
    'other system': null,
    'no code': null,
    deleted: null,
    told: 'by-hand',
  });
});

test('two items of one code are a question, not an answer', async () => {
  const { items } = await stockOf([bought({ id: 'a', styleCode: PANDA })], ({ db }) =>
    db.products.bulkAdd([
      makeProduct({ id: 'p1', catalogId: 'panda', styleCode: PANDA, ...US }),
      makeProduct({ id: 'p2', catalogId: 'panda-again', styleCode: PANDA, ...US }),
    ]),
  );
  expect(items).toEqual({ a: null });
});

test('a code the books do not know is looked up once, also when the catalogue does not have it', async () => {
  const {
    id: _id,
    createdAt: _at,
    updatedAt: _up,
    ...facts
  } = makeProduct({ catalogId: 'samba', styleCode: SAMBA, ...US });
  const asked: string[] = [];
  const pairs = [bought({ id: 'a', styleCode: SAMBA }), bought({ id: 'b', styleCode: PANDA })];
  const { world, items } = await stockOf(pairs, async ({ market }) => {
    market.products.push(facts);
    market.hook = ({ name, argument }) => {
      if (name === 'searchCatalog') asked.push(String(argument));
    };
  });
  expect(items).toEqual({ a: 'samba', b: null });
  await world.fullSync();
  expect(new Set(asked)).toEqual(new Set([SAMBA, PANDA]));
  expect(asked).toHaveLength(2);
});
