import { beforeEach, expect, test } from 'vitest';
import { keptColumns, keptMappings } from '@/lib/queries/past-imports';
import { NOON } from '@/tests/fixtures/builders';
import { makeCommandDeps } from '@/tests/fixtures/command-deps';
import { forgetMapping, keepMapping, renameMapping } from './import-mappings';
import { runUndo } from './undo';

let deps: ReturnType<typeof makeCommandDeps>;
beforeEach(() => {
  deps = makeCommandDeps();
});

const WISH = { name: 'Sales', source: 'own-sales', header: ['Sold', 'For'], columns: { soldAt: 'Sold', price: 'For' } };
const names = async () => (await keptMappings(deps.db)).map(({ name }) => name);

test('remembered once for the same headings, renamed, and kept under that name when it is chosen anew', async () => {
  const { mappingId } = await keepMapping(deps, WISH);
  const { undoId } = await renameMapping(deps, mappingId, '  My shop ');
  expect(await keepMapping(deps, { ...WISH, columns: { soldAt: 'Sold' } })).toEqual({ mappingId });
  expect(await deps.db.importMappings.toArray()).toMatchObject([
    { name: 'My shop', settings: { columns: { soldAt: 'Sold' } } },
  ]);
  expect(await renameMapping(deps, mappingId, 'My shop')).toEqual({ undoId: null });
  expect(await runUndo(deps, undoId ?? ''), 'chosen anew since').toEqual({ restored: 0, left: 1 });
});

test('forgotten and taken back, it is there again, to the last field', async () => {
  const { mappingId } = await keepMapping(deps, WISH);
  const before = await deps.db.importMappings.toArray();
  const { undoId } = await forgetMapping(deps, mappingId);
  expect(await names()).toEqual([]);
  await expect(forgetMapping(deps, mappingId)).rejects.toMatchObject({ code: 'not-found' });
  await runUndo(deps, undoId ?? '');
  expect(await deps.db.importMappings.toArray()).toEqual(before);
  const renamed = await renameMapping(deps, mappingId, 'Other');
  await runUndo(deps, renamed.undoId ?? '');
  expect(await names()).toEqual(['Sales']);
});

test('no name, and one without end, change nothing', async () => {
  const { mappingId } = await keepMapping(deps, WISH);
  for (const name of [' ', 'x'.repeat(121)])
    await expect(renameMapping(deps, mappingId, name)).rejects.toMatchObject({ code: 'bad-value' });
  await expect(renameMapping(deps, 'none', 'a')).rejects.toMatchObject({ code: 'not-found' });
  expect(await names()).toEqual(['Sales']);
});

test('how a bank’s table is read is shown, and no file of sales is read by it, or written over it', async () => {
  const stamps = { createdAt: NOON, updatedAt: NOON };
  await deps.db.importMappings.add({
    id: 'b',
    ...stamps,
    name: 'Bank',
    kind: 'bank',
    header: ['Sold', 'For'],
    settings: {},
  });
  await keepMapping(deps, WISH);
  expect(await names()).toEqual(['Bank', 'Sales']);
  expect((await keptColumns(deps.db)).map(({ name }) => name)).toEqual(['Sales']);
});
