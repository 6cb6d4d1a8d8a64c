import type { PhotoRow } from '@/lib/db/rows';
import type { Product } from '@/lib/domain/catalog/product';
import type { Pair } from '@/lib/domain/inventory/pair';
import { checkPhoto } from './check-photo';
import { checkAmount, checkPast, checkSize, checkTags, checkText, cleanTags, LONGEST, textOrNull } from './check-pair';
import { CommandError, type CommandDeps } from './command-deps';
import { keepUndo } from './keep-undo';
import { logPairs } from './log-pairs';

/** Pairs as the seller tells of them: `quantity` pairs that are alike, each at `cost`. */
export interface PairDraft extends Pick<
  Pair,
  | 'catalogId'
  | 'styleCode'
  | 'name'
  | 'brand'
  | 'size'
  | 'condition'
  | 'packaging'
  | 'cost'
  | 'otherCosts'
  | 'boughtAt'
  | 'supplier'
  | 'tags'
  | 'note'
  | 'location'
> {
  readonly quantity: number;
  readonly boughtUrl?: string | null;
  /** JPEG or WebP as a `data:` URL, at most 300 KB. */
  readonly photo: string | null;
}

/** Pairs one command adds at most. */
const MOST = 1000;

/**
 * Puts pairs into stock, all or none.
 *
 * @throws CommandError `bad-value` (a size the product does not have, an amount below zero, a text too long, nothing that
 * names the pair) or `too-many`
 * @example two drafts of US 9 (quantity 1) and US 10 (quantity 2) add three pairs
 */
export async function addPairs(
  deps: CommandDeps,
  { drafts }: { readonly drafts: readonly PairDraft[] },
): Promise<{ readonly pairIds: readonly string[]; readonly undoId: string | null }> {
  const { db } = deps;
  checkCount(drafts);
  for (const draft of drafts) checkDraft(deps, draft);
  return db.transaction('rw', [db.inventory, db.products, db.photos, db.activity, db.undos], async () => {
    const charts = await chartsOf(deps, drafts);
    for (const draft of drafts) checkSize(charts.get(draft.catalogId ?? ''), draft.size);
    const pairs = drafts.flatMap((draft) => Array.from({ length: draft.quantity }, () => makeStock(deps, draft)));
    const photos = pairs.flatMap(({ pair, photo }) => (photo === null ? [] : [makePhoto(deps, pair, photo)]));
    await db.inventory.bulkAdd(pairs.map(({ pair }) => pair));
    await db.photos.bulkAdd(photos);
    const pairIds = pairs.map(({ pair }) => pair.id);
    await logPairs(deps, { kind: 'pair/add', summary: 'Added to stock', pairIds });
    const undoId = await keepUndo(deps, 'pairs/add', [
      ...pairs.map(({ pair }) => ({ table: 'inventory' as const, before: null, after: pair })),
      ...photos.map((photo) => ({ table: 'photos' as const, before: null, after: photo })),
    ]);
    return { pairIds, undoId };
  });
}

function checkCount(drafts: readonly PairDraft[]): void {
  for (const { quantity } of drafts) {
    if (!Number.isSafeInteger(quantity) || quantity < 1)
      throw new CommandError('bad-value', 'A quantity is a whole number from 1. Nothing was changed.');
  }
  const count = drafts.reduce((sum, draft) => sum + draft.quantity, 0);
  if (count > MOST) throw new CommandError('too-many', `At most ${MOST} pairs are added at once. Nothing was changed.`);
}

function checkDraft(deps: CommandDeps, draft: PairDraft): void {
  if (draft.name.trim() === '' && draft.styleCode === null && draft.catalogId === null)
    throw new CommandError('bad-value', 'A pair needs a name or a style code. Nothing was changed.');
  checkText('The name', draft.name, LONGEST.name);
  checkText('The brand', draft.brand, LONGEST.brand);
  checkText('The supplier', draft.supplier ?? '', LONGEST.supplier);
  checkText('The location', draft.location ?? '', LONGEST.location);
  checkText('The note', draft.note, LONGEST.note);
  checkTags(cleanTags(draft.tags));
  checkAmount('The cost', draft.cost);
  checkAmount('Other costs', draft.otherCosts);
  checkPast('purchase', draft.boughtAt, deps.now());
  if (draft.photo !== null) checkPhoto(draft.photo);
}

async function chartsOf({ db }: CommandDeps, drafts: readonly PairDraft[]): Promise<ReadonlyMap<string, Product>> {
  const ids = [...new Set(drafts.flatMap(({ catalogId }) => (catalogId === null ? [] : [catalogId])))];
  const products = await db.products.where('catalogId').anyOf(ids).toArray();
  return new Map(products.map((product) => [product.catalogId, product]));
}

function makeStock(deps: CommandDeps, draft: PairDraft): { readonly pair: Pair; readonly photo: string | null } {
  const { quantity: _quantity, photo, boughtUrl, ...told } = draft;
  const now = deps.now();
  const pair: Pair = {
    ...told,
    id: deps.newId(),
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    status: 'in-stock',
    origin: 'manual',
    name: told.name.trim(),
    brand: told.brand.trim(),
    supplier: textOrNull(told.supplier),
    boughtUrl: boughtUrl ?? null,
    location: textOrNull(told.location),
    priceMinimum: null,
    priceMaximum: null,
    tags: cleanTags(told.tags),
    ledgerRef: null,
    goatListingId: null,
    soldAt: null,
    tax: null,
    importId: null,
  };
  return { pair, photo };
}

function makePhoto(deps: CommandDeps, pair: Pair, dataUrl: string): PhotoRow {
  return { id: deps.newId(), createdAt: pair.createdAt, updatedAt: pair.updatedAt, pairId: pair.id, dataUrl };
}
