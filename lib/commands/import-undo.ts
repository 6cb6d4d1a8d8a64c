import type { ImportRow } from '@/lib/db/rows';
import { appendActivity } from '@/lib/db/repositories/activity';
import { matchedExpenses } from '@/lib/db/repositories/reconcile-books';
import type { ImportChangeRow } from '@/lib/db/money-rows';
import { isImportStandIn, standInAs, standInOf } from '@/lib/domain/imports/sold-pair';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Sale } from '@/lib/domain/sales/sale';
import { barcodeSource } from './learn-barcodes';
import { CommandError, type CommandDeps } from './command-deps';
import { forgetPayouts, passToHeirs, skipInChain } from './import-heirs';
import { stampAfter } from './keep-undo';
import { freePairs, SOLD, settleTables, settleWithin } from './settle-sales';

export interface UndoneImport {
  /** Whether all of it is back; otherwise ask again. */
  readonly done: boolean;
  readonly removed: number;
  readonly restored: number;
  /** Changed since by somebody, and so left as they are. */
  readonly left: number;
}

/** Rows that are taken back in one transaction. */
const PIECE = 500;

/**
 * Takes an import back piece by piece: rows it made go, rows it changed are as they were before, both unless somebody changed
 * them since. Each piece is whole; one that was cut off goes on where it stopped. When it is over, the file may come again.
 *
 * @throws CommandError `not-found` when there is no such import, or it was taken back already
 */
export async function undoImport(deps: CommandDeps, importId: string): Promise<UndoneImport> {
  const { db } = deps;
  const tables = [...settleTables(deps), db.payouts, db.expenses, db.bankLines, db.barcodes, db.activity];
  return db.transaction('rw', tables, async () => {
    const row = await db.imports.get(importId);
    if (row === undefined || row.undoneAt !== null)
      throw new CommandError('not-found', 'That import was taken back already. Nothing was changed.');
    if (row.standing === undefined)
      throw new CommandError(
        'not-allowed',
        'Imports made before this version cannot be taken back. Nothing was changed.',
      );
    const counts = { removed: 0, restored: 0, left: row.standing === 'undoing' ? (row.counts?.['left'] ?? 0) : 0 };
    const work = new Undoing(deps, row, counts);
    const done = await work.step();
    if (done) await work.finish();
    else await db.imports.update(importId, { standing: 'undoing', counts: { ...row.counts, left: counts.left } });
    return { done, ...counts };
  });
}

interface Counts {
  removed: number;
  restored: number;
  left: number;
}

class Undoing {
  constructor(
    readonly deps: CommandDeps,
    readonly row: ImportRow,
    readonly counts: Counts,
  ) {}

  /** @returns whether nothing is left to do */
  async step(): Promise<boolean> {
    for (const part of [
      () => this.#changedSales(),
      () => this.#madeSales(),
      () => this.#filledPairs(),
      () => this.#madePairs(),
    ])
      if (await part()) return false;
    await this.#money();
    return true;
  }

  async finish(): Promise<void> {
    const { deps, row, counts } = this;
    const { db } = deps;
    await db.barcodes.filter(({ source }) => source === barcodeSource(row.id)).delete();
    await db.importChanges.where('importId').equals(row.id).delete();
    const now = deps.now();
    // Rows that were changed since carry the import's name no more: a second undo would have nothing of it.
    const digest = `${row.digest}~${row.id}`;
    await db.imports.put({
      ...row,
      standing: 'done',
      digest,
      undoneAt: now,
      updatedAt: stampAfter(row.updatedAt, now),
    });
    await appendActivity(db, {
      id: deps.newId(),
      at: now,
      kind: 'import/undo',
      by: 'user',
      entity: { table: 'imports', id: row.id },
      summary: 'Import taken back',
      facts: { fileName: row.fileName, left: counts.left },
    });
  }

  #changesOf(table: string): Promise<ImportChangeRow[]> {
    const own = this.deps.db.importChanges.where('importId').equals(this.row.id);
    return own
      .filter((change) => change.table === table)
      .limit(PIECE)
      .toArray();
  }

  /** Sales that were known before and were filled in. The pair they have now they keep. */
  async #changedSales(): Promise<boolean> {
    const { db } = this.deps;
    const changes = await this.#changesOf('sales');
    const sales = await db.sales.bulkGet(changes.map(({ rowId }) => rowId));
    const back: Sale[] = [];
    const since: ImportChangeRow[] = [];
    for (const [nth, change] of changes.entries()) {
      const sale = sales[nth];
      if (sale?.updatedAt === change.stamp) back.push({ ...(change.before as unknown as Sale), pairId: sale.pairId });
      else if (sale !== undefined) since.push(change);
    }
    this.counts.left += since.length;
    await skipInChain(this.deps, since);
    await db.sales.bulkPut(back);
    await this.#pairsFollow(back);
    await db.importChanges.bulkDelete(changes.map(({ id }) => id));
    this.counts.restored += back.length;
    return changes.length > 0;
  }

  async #pairsFollow(sales: readonly Sale[]): Promise<void> {
    const { db } = this.deps;
    const pairs = await db.inventory.bulkGet(sales.map(({ pairId }) => pairId));
    const moved = sales.flatMap((sale, nth): Pair[] => {
      const pair = pairs[nth];
      if (pair === undefined) return [];
      if (isImportStandIn(pair)) return [standInAs(sale, pair, this.deps.now())].filter((each) => each !== null);
      return pair.status === 'sold' && sale.status !== 'reversed' ? [{ ...pair, soldAt: sale.soldAt }] : [];
    });
    await db.inventory.bulkPut(moved);
    await this.#settle(moved);
  }

  /** Sales the import made, with the pairs that stood in for them; pairs of the stock are in stock again. */
  async #madeSales(): Promise<boolean> {
    const { db } = this.deps;
    const sales = await db.sales.where('importId').equals(this.row.id).limit(PIECE).toArray();
    const held = (await db.inventory.bulkGet(sales.map(({ pairId }) => pairId))).filter((pair) => pair !== undefined);
    const edited = new Set(held.filter((pair) => this.#isEdited(pair)).map(({ id }) => id));
    const isMine = (sale: Sale): boolean => sale.createdAt === sale.updatedAt && !edited.has(sale.pairId);
    const mine = sales.filter(isMine);
    const changed = sales.filter((sale) => !isMine(sale));
    const passed = await passToHeirs(this.deps, this.row.id, changed, edited);
    await this.#keep(changed.filter(({ id }) => !passed.has(id)));
    const own = new Set(mine.map(({ pairId }) => pairId));
    const pairs = held.filter(({ id }) => own.has(id));
    const standIns = pairs.filter(
      (pair) => pair.importId === this.row.id && isUntouched(pair) && pair.ledgerRef === null,
    );
    const gone = new Set(standIns.map(({ id }) => id));
    await db.sales.bulkDelete(mine.map(({ id }) => id));
    await db.inventory.bulkDelete([...gone]);
    await freePairs(
      this.deps,
      pairs.filter((pair) => !gone.has(pair.id) && pair.status === 'sold' && !isImportStandIn(pair)),
    );
    this.counts.removed += mine.length;
    await this.#settle(pairs);
    return sales.length > 0;
  }

  /** The pair that stood in for a sale, of which the seller said something since: its cost, a note. */
  #isEdited(pair: Pair): boolean {
    return pair.importId === this.row.id && pair.ledgerRef === null && !isUntouched(pair);
  }

  /** Somebody changed them since: they are the seller's own now. */
  async #keep(sales: readonly Sale[]): Promise<void> {
    this.counts.left += sales.length;
    const { db } = this.deps;
    await db.sales.bulkPut(sales.map((sale) => ({ ...sale, importId: null, details: ownOf(sale) })));
    const pairs = await db.inventory.bulkGet(sales.map(({ pairId }) => pairId));
    await db.inventory.bulkPut(
      pairs.flatMap((pair) => (pair?.importId === this.row.id ? [{ ...pair, importId: null }] : [])),
    );
  }

  /** Pairs that waited for their cost and got it here, or came back when a sale was reversed. */
  async #filledPairs(): Promise<boolean> {
    const { db } = this.deps;
    const changes = await this.#changesOf('inventory');
    const pairs = await db.inventory.bulkGet(changes.map(({ rowId }) => rowId));
    const later = await this.#salesOf(changes.map(({ rowId }) => rowId));
    const [back, moved]: [Pair[], ImportChangeRow[]] = [[], []];
    for (const [nth, change] of changes.entries()) {
      const pair = pairs[nth];
      const before = change.before as unknown as Pair;
      if (pair === undefined) continue;
      const sold = later.find(({ rowId, stamp }) => rowId === pair.id && stamp === pair.updatedAt);
      if (pair.updatedAt === change.stamp) back.push(before);
      else if (sold === undefined) this.counts.left += 1;
      else {
        // A file's sale has it since: what was told of its cost goes, that it was sold stays.
        back.push(withCostOf(pair, before));
        moved.push({ ...sold, before: { ...withCostOf(sold.before as unknown as Pair, before) } });
      }
    }
    await db.inventory.bulkPut(back);
    await db.importChanges.bulkPut(moved);
    await db.importChanges.bulkDelete(changes.map(({ id }) => id));
    this.counts.restored += back.length;
    await this.#settle(back);
    return changes.length > 0;
  }

  async #salesOf(rowIds: readonly string[]): Promise<readonly ImportChangeRow[]> {
    const ids = new Set(rowIds);
    if (ids.size === 0) return [];
    return this.deps.db.importChanges.filter(({ table, rowId }) => table === SOLD && ids.has(rowId)).toArray();
  }

  /** Pairs the import put into stock. One that a file's sale has is replaced by a stand-in, so that the sale stays. */
  async #madePairs(): Promise<boolean> {
    const { deps } = this;
    const { db } = deps;
    const pairs = await db.inventory.where('importId').equals(this.row.id).limit(PIECE).toArray();
    const changes = await db.importChanges.filter(({ table }) => table.startsWith('inventory')).toArray();
    const stamps = new Map(changes.map(({ rowId, stamp }) => [`${rowId}|${stamp}`, true]));
    const sales = await db.sales
      .where('pairId')
      .anyOf(pairs.map(({ id }) => id))
      .toArray();
    const open = new Map(sales.filter(({ importId }) => importId !== null).map((sale) => [sale.pairId, sale]));
    const told = new Set(sales.filter(({ importId }) => importId === null).map(({ pairId }) => pairId));
    const isMine = (pair: Pair): boolean =>
      (isUntouched(pair) || stamps.has(`${pair.id}|${pair.updatedAt}`)) &&
      pair.goatListingId === null &&
      !told.has(pair.id);
    const mine = pairs.filter(isMine);
    const kept = pairs.filter((pair) => !isMine(pair));
    const relinked = mine.flatMap((pair) => {
      const sale = open.get(pair.id);
      if (sale === undefined) return [];
      const standIn = standInOf(sale, pair, { id: deps.newId(), now: deps.now(), importId: sale.importId });
      return [{ sale: { ...sale, pairId: standIn.id }, standIn }];
    });
    await db.inventory.bulkPut([
      ...kept.map((pair) => ({ ...pair, importId: null })),
      ...relinked.map(({ standIn }) => standIn),
    ]);
    await db.sales.bulkPut(relinked.map(({ sale }) => sale));
    await db.inventory.bulkDelete(mine.map(({ id }) => id));
    const gone = new Set(mine.map(({ id }) => id));
    await db.importChanges.bulkDelete(changes.filter(({ rowId }) => gone.has(rowId)).map(({ id }) => id));
    this.counts.removed += mine.length;
    this.counts.left += kept.length;
    await this.#settle(mine);
    return pairs.length > 0;
  }

  /** What a statement's line was matched with stays: the line would be matched with nothing. */
  async #money(): Promise<void> {
    const { db } = this.deps;
    const found = await matchedExpenses(db);
    for (const table of [db.expenses, db.payouts]) {
      const rows = await table.where('importId').equals(this.row.id).toArray();
      const isFound = (row: (typeof rows)[number]) =>
        'bankLineId' in row ? row.bankLineId !== null : found.has(row.id);
      const mine = rows.filter((row) => row.createdAt === row.updatedAt && !isFound(row));
      await table.bulkDelete(mine.map(({ id }) => id));
      const ids = new Set(mine.map(({ id }) => id));
      if (table === db.payouts) await forgetPayouts(this.deps, [...ids]);
      for (const { id } of rows.filter((row) => !ids.has(row.id))) await table.update(id, { importId: null });
      this.counts.removed += mine.length;
      this.counts.left += rows.length - mine.length;
    }
  }

  /** What was freed may be the pair of a sale that another file told. */
  async #settle(pairs: readonly Pair[]): Promise<void> {
    const codes = [...new Set(pairs.flatMap(({ styleCode }) => styleCode ?? []))];
    if (codes.length > 0) await settleWithin(this.deps, this.row.id, codes);
  }
}

function isUntouched({ createdAt, updatedAt }: Pair): boolean {
  return createdAt === updatedAt;
}

function withCostOf(pair: Pair, { cost, otherCosts, boughtAt, supplier, ledgerRef }: Pair): Pair {
  return { ...pair, cost, otherCosts, boughtAt, supplier, ledgerRef };
}

/** The seller's own sale from now on: the importer chooses no other pair for it. */
function ownOf({ details }: Sale): Sale['details'] {
  return details?.imported === undefined ? details : { ...details, imported: { ...details.imported, match: 'own' } };
}
