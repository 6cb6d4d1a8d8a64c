import type { ReleaseRow } from '@/lib/db/watching-rows';
import { CommandError, type CommandDeps } from './command-deps';
import { keepUndo, stampAfter } from './keep-undo';

/** Shows the catalogue's own entry of a product no more, or again. */
export async function hideRelease(
  deps: CommandDeps,
  { catalogId, hidden }: { readonly catalogId: string; readonly hidden: boolean },
): Promise<{ readonly undoId: string | null }> {
  const { db } = deps;
  return db.transaction('rw', [db.releases, db.products, db.undos], async () => {
    const known = (await db.releases.where('catalogId').equals(catalogId).toArray()).find((row) => row.hidden) ?? null;
    if ((known !== null && known.deletedAt === null) === hidden) return { undoId: null };
    const product = await db.products.get({ catalogId });
    if (product === undefined)
      throw new CommandError('not-found', 'The companion does not know this product. Nothing was changed.');
    const now = deps.now();
    const stamp = known === null ? now : stampAfter(known.updatedAt, now);
    const after: ReleaseRow = {
      ...(known ?? { id: deps.newId(), createdAt: now, source: 'own', ref: null, importId: null }),
      catalogId,
      styleCode: product.styleCode,
      name: product.name,
      brand: product.brand,
      date: product.releaseDate ?? '1980-01-01',
      at: null,
      retailPrice: null,
      url: null,
      note: '',
      remind: false,
      hidden: true,
      updatedAt: stamp,
      deletedAt: hidden ? null : stamp,
    };
    await db.releases.put(after);
    return { undoId: await keepUndo(deps, 'releases/hide', [{ table: 'releases', before: known, after }]) };
  });
}
