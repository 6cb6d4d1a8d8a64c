import type { ImportChangeRow } from '@/lib/db/money-rows';
import { kindOf } from '@/lib/domain/inventory/waiting-pairs';
import { settleLinks } from '@/lib/domain/imports/settle-links';
import { isImportStandIn, standInOf } from '@/lib/domain/imports/sold-pair';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Sale } from '@/lib/domain/sales/sale';
import type { CommandDeps } from './command-deps';
import { stampAfter } from './keep-undo';
import { listedOnMarket } from './listed-on-market';

/** Names, among what imports changed, pairs that were found in stock for a sale. */
export const SOLD = 'inventory:sold';

export interface Settled {
  /** Sales that have a pair of the stock now and had none before. */
  readonly matched: number;
  /** Of those: pairs alias still offers. */
  readonly stillListed: number;
}

/** Tables `settleWithin` touches. */
export function settleTables({ db }: CommandDeps) {
  return [db.sales, db.inventory, db.listings, db.imports, db.importChanges];
}

/**
 * Gives sales that came by files their pairs from stock, for these style codes: exact style code and size, bought before the
 * sale, oldest first. What was chosen so before is chosen anew, so that the order in which files came does not matter; sales
 * told otherwise, and those the seller keeps apart, are not touched.
 */
export async function settleSales(
  deps: CommandDeps,
  importId: string,
  styleCodes: readonly string[],
): Promise<Settled> {
  return deps.db.transaction('rw', settleTables(deps), () => settleWithin(deps, importId, styleCodes));
}

/** The same inside of a transaction. */
export async function settleWithin(
  deps: CommandDeps,
  importId: string,
  styleCodes: readonly string[],
): Promise<Settled> {
  const { db } = deps;
  const worthwhile = await codesInStock(deps, styleCodes);
  if (worthwhile.length === 0) return { matched: 0, stillListed: 0 };
  const pairs = await db.inventory.where('styleCode').anyOf(worthwhile).toArray();
  const kinds = new Map<string, Pair[]>();
  for (const pair of pairs) {
    if (pair.deletedAt !== null || pair.styleCode === null) continue;
    const kind = kindOf(pair.styleCode, pair.size);
    const of = kinds.get(kind);
    if (of === undefined) kinds.set(kind, [pair]);
    else of.push(pair);
  }
  const worth = [...kinds.values()].filter((of) => of.some(({ status }) => status === 'sold') && of.some(isDatedStock));
  const sold = worth.flat().filter(({ status }) => status === 'sold');
  const sales =
    sold.length === 0
      ? []
      : await db.sales
          .where('pairId')
          .anyOf(sold.map(({ id }) => id))
          .toArray();
  const open = new Map(sales.filter(isOpen).map((sale) => [sale.pairId, sale]));
  const moves = worth.flatMap((of) => movesOf(of, open));
  return carryOut(deps, importId, moves, new Map(pairs.map((pair) => [pair.id, pair])));
}

/** Of these style codes, those of which something is in stock, or was until an import sold it: of others nothing can move. */
async function codesInStock({ db }: CommandDeps, styleCodes: readonly string[]): Promise<string[]> {
  const free = await db.inventory.where('status').anyOf(['in-stock', 'listed']).toArray();
  const sold = await db.importChanges.filter(({ table }) => table === SOLD).toArray();
  const known = new Set(
    [...free, ...sold.map(({ before }) => before as unknown as Pair)].map(({ styleCode }) => styleCode as string),
  );
  return styleCodes.filter((code) => known.has(code));
}

function isDatedStock(pair: Pair): boolean {
  return pair.boughtAt !== null && !isImportStandIn(pair);
}

function isOpen({ importId, details, status }: Sale): boolean {
  return importId !== null && details?.imported?.match === 'auto' && status !== 'reversed';
}

interface Move {
  readonly sale: Sale;
  readonly from: Pair;
  /** null: none fits any more. */
  readonly toId: string | null;
}

function movesOf(pairs: readonly Pair[], open: ReadonlyMap<string, Sale>): readonly Move[] {
  const held = pairs.filter(({ id }) => open.has(id));
  const free = pairs.filter((pair) => pair.status === 'in-stock' || pair.status === 'listed');
  const stock = [...free, ...held].flatMap((pair) => {
    const { id, boughtAt, cost, ledgerRef } = pair;
    return boughtAt === null || isImportStandIn(pair)
      ? []
      : [
          {
            pairId: id,
            boughtAt,
            rank: `${String(cost?.minor ?? 0).padStart(15, '0')}|${cost?.currency ?? ''}|${ledgerRef ?? ''}`,
          },
        ];
  });
  const sales = held.flatMap((pair) => open.get(pair.id) ?? []);
  const links = settleLinks(
    sales.map((sale) => ({ saleId: sale.id, key: `${sale.marketplace}|${sale.externalOrderId}`, soldAt: sale.soldAt })),
    stock,
  );
  const byId = new Map(pairs.map((pair) => [pair.id, pair]));
  return sales.flatMap((sale) => {
    const from = byId.get(sale.pairId);
    const toId = links.get(sale.id) ?? null;
    if (from === undefined || toId === from.id || (toId === null && !isDatedStock(from))) return [];
    return [{ sale, from, toId }];
  });
}

async function carryOut(
  deps: CommandDeps,
  importId: string,
  moves: readonly Move[],
  pairs: ReadonlyMap<string, Pair>,
): Promise<Settled> {
  const { db } = deps;
  if (moves.length === 0) return { matched: 0, stillListed: 0 };
  const taken = new Set(moves.flatMap(({ toId }) => toId ?? []));
  const left = moves.map(({ from }) => from).filter(({ id }) => !taken.has(id));
  await db.inventory.bulkDelete(left.filter(isImportStandIn).map(({ id }) => id));
  await freePairs(
    deps,
    left.filter((pair) => !isImportStandIn(pair)),
  );
  const changes: ImportChangeRow[] = [];
  const [sales, put]: [Sale[], Pair[]] = [[], []];
  for (const { sale, from, toId } of moves) {
    const target = toId === null ? undefined : pairs.get(toId);
    if (target === undefined) {
      const standIn = standInOf(sale, from, { id: deps.newId(), now: deps.now(), importId: sale.importId });
      put.push(standIn);
      sales.push({ ...sale, pairId: standIn.id });
      continue;
    }
    const stamp = stampAfter(target.updatedAt, deps.now());
    // One that was held by another sale of these is as it was before that once both are taken back.
    if (target.status !== 'sold')
      changes.push({
        id: deps.newId(),
        importId: sale.importId ?? importId,
        table: SOLD,
        rowId: target.id,
        before: { ...target },
        stamp,
      });
    put.push({
      ...target,
      status: 'sold',
      soldAt: sale.soldAt,
      updatedAt: target.status === 'sold' ? target.updatedAt : stamp,
    });
    sales.push({ ...sale, pairId: target.id });
  }
  await db.inventory.bulkPut(put);
  await db.sales.bulkPut(sales);
  await db.importChanges.bulkAdd(changes);
  const gained = moves.filter(({ from, toId }) => toId !== null && isImportStandIn(from));
  const now = gained.flatMap(({ toId }) => (toId === null ? [] : (pairs.get(toId) ?? [])));
  return { matched: gained.length, stillListed: (await listedOnMarket(db, now)).size };
}

/** Pairs no sale holds any more are in stock again: as they were before an import sold them, or as they are listed. */
export async function freePairs(deps: CommandDeps, pairs: readonly Pair[]): Promise<void> {
  const { db } = deps;
  if (pairs.length === 0) return;
  const listed = await listedOnMarket(db, pairs);
  // The rows of changes have no index by row: there are as many as pairs that imports sold.
  const ids = new Set(pairs.map(({ id }) => id));
  const changes = await db.importChanges.filter(({ table, rowId }) => table === SOLD && ids.has(rowId)).toArray();
  const used: string[] = [];
  const back = pairs.map((pair): Pair => {
    const change = changes.find(({ rowId, stamp }) => rowId === pair.id && stamp === pair.updatedAt);
    if (change !== undefined) used.push(change.id);
    const before = change?.before as Pair | undefined;
    const status = listed.has(pair.id) ? 'listed' : 'in-stock';
    if (before !== undefined) return { ...before, status: before.status === 'listed' ? status : before.status };
    return { ...pair, status, soldAt: null, updatedAt: stampAfter(pair.updatedAt, deps.now()) };
  });
  await db.inventory.bulkPut(back);
  await db.importChanges.bulkDelete(used);
}
