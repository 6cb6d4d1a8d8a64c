import type { ImportChangeRow } from '@/lib/db/money-rows';
import { rowsByKey } from '@/lib/db/repositories/rows-by-key';
import type { StockEntry } from '@/lib/domain/imports/entry';
import { isImportStandIn } from '@/lib/domain/imports/sold-pair';
import { assignLots } from '@/lib/domain/inventory/cost-lots';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { PurchaseLine } from '@/lib/domain/inventory/purchase-line';
import type { Instant } from '@/lib/domain/time/instant';
import type { CommandDeps } from './command-deps';
import { countImport, runningImport } from './import-begin';
import type { PieceResult } from './import-sales';
import { learnBarcodes } from './learn-barcodes';
import { stampAfter } from './keep-undo';

export interface StockPiece {
  readonly importId: string;
  readonly entries: readonly StockEntry[];
}

/**
 * Writes a piece of a file's inventory, all of it or nothing. A pair of alias that waits for its cost gets it; what nobody
 * knew is added to stock, where sales of files find it; what was read before is left alone. Cost is never written over.
 *
 * @throws CommandError `not-found` when the import was taken back meanwhile
 */
export async function importStock(deps: CommandDeps, { importId, entries }: StockPiece): Promise<PieceResult> {
  const { db } = deps;
  const tables = [db.inventory, db.listings, db.imports, db.importChanges, db.barcodes];
  return db.transaction('rw', tables, async () => {
    const row = await runningImport(deps, importId);
    const known = await readCandidates(deps, entries);
    const others = entries.filter((entry) => isOtherPair(known, entry));
    const lines = entries.filter((entry) => !others.includes(entry)).map(toLine);
    const plan = assignLots(lines, known, await listedAt(deps, known));
    const now = deps.now();
    const byId = new Map(known.map((pair) => [pair.id, pair]));
    const changes: ImportChangeRow[] = [];
    const filled = plan.fills.flatMap(({ pairId, changes: fields }): Pair[] => {
      const before = byId.get(pairId);
      if (before === undefined) return [];
      const stamp = stampAfter(before.updatedAt, now);
      changes.push({ id: deps.newId(), importId, table: 'inventory', rowId: pairId, before: { ...before }, stamp });
      return [{ ...before, ...fields, updatedAt: stamp }];
    });
    const byRef = new Map(entries.map((entry) => [entry.ref, entry]));
    const added = plan.additions.map((pair): Pair => ({
      ...pair,
      ...told(byRef.get((pair.ledgerRef ?? '').replace(/#\d+$/, ''))),
      id: deps.newId(),
      createdAt: now,
      updatedAt: now,
      deletedAt: null,
      origin: 'import',
      importId,
    }));
    await db.inventory.bulkPut(filled);
    await db.inventory.bulkAdd(added);
    await db.importChanges.bulkAdd(changes);
    await learnBarcodes(deps, importId, entries);
    const counts = { added: added.length, filled: filled.length, changed: 0, same: plan.alreadyKnown };
    await countImport(deps, row, { ...counts, conflict: others.length });
    return { ...counts, conflicts: others.map(({ line }) => ({ line, reason: 'other-shoe' })) };
  });
}

/** Lists number their rows from 1 on, every one anew: one number with other shoes is another purchase. */
function isOtherPair(known: readonly Pair[], { ref, styleCode, size, boughtAt }: StockEntry): boolean {
  const pair = known.find(({ ledgerRef }) => ledgerRef === `${ref}#1`);
  if (pair === undefined) return false;
  if (pair.styleCode !== null && styleCode !== null && pair.styleCode !== styleCode) return true;
  const isOtherSize = size !== null && (pair.size.value !== size.value || pair.size.system !== size.system);
  return isOtherSize && pair.boughtAt !== boughtAt;
}

function toLine(entry: StockEntry): PurchaseLine {
  const { ref, styleCode, rawSku, name, brand, size, quantity, cost, otherCosts, boughtAt, supplier } = entry;
  const known = size ?? { value: 0, system: 'US' as const };
  const from = supplier === '' ? null : supplier;
  return {
    ref,
    styleCode,
    rawSku,
    name,
    brand,
    size: known,
    quantity,
    unitCost: cost,
    otherCosts,
    boughtAt,
    supplier: from,
    goatListingId: null,
  };
}

/** What a row of inventory tells beyond a line of a ledger. */
function told(entry: StockEntry | undefined): Partial<Pair> {
  if (entry === undefined) return {};
  const { condition, packaging, location, note, tags, purchaseInvoice } = entry;
  const tax = purchaseInvoice === '' ? null : { treatment: null, note: '', purchaseInvoice, inputTax: null };
  return { condition, packaging, location: location === '' ? null : location, note, tags, tax };
}

/** Pairs the piece may be about: of the same rows, or waiting for a cost with the same style code. */
async function readCandidates({ db }: CommandDeps, entries: readonly StockEntry[]): Promise<readonly Pair[]> {
  const refs = entries.flatMap(({ ref, quantity }) =>
    Array.from({ length: quantity }, (_, nth) => `${ref}#${nth + 1}`),
  );
  const known = await rowsByKey(db.inventory, 'ledgerRef', refs);
  const codes = [...new Set(entries.flatMap(({ styleCode }) => styleCode ?? []))];
  const alike = codes.length === 0 ? [] : await db.inventory.where('styleCode').anyOf(codes).toArray();
  // Pairs that stand in for the sales of a file are not filled: those sales find the true pair by themselves.
  const waiting = alike.filter((pair) => pair.cost === null && pair.ledgerRef === null && !isImportStandIn(pair));
  return [...new Map([...known, ...waiting].map((pair) => [pair.id, pair])).values()];
}

async function listedAt({ db }: CommandDeps, pairs: readonly Pair[]): Promise<ReadonlyMap<string, Instant>> {
  const keys = pairs.flatMap(({ goatListingId }) => (goatListingId === null ? [] : [['alias', goatListingId]]));
  const listings = keys.length === 0 ? [] : await rowsByKey(db.listings, '[marketplace+externalId]', keys);
  const at = new Map(listings.map((listing) => [listing.externalId, listing.listedAt]));
  return new Map(
    pairs.flatMap(({ id, goatListingId }) => {
      const listed = at.get(goatListingId ?? '');
      return listed === undefined ? [] : [[id, listed] as const];
    }),
  );
}
