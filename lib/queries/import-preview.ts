import type { ArchvdDatabase } from '@/lib/db/database';
import { rowsByKey } from '@/lib/db/repositories/rows-by-key';
import { readToldSales } from '@/lib/db/repositories/told-sales';
import type { AfterSaleProblem } from '@/lib/domain/imports/after-sale-problem';
import type { Entry, SaleEntry } from '@/lib/domain/imports/entry';
import { mergeSale, type MergeConflict } from '@/lib/domain/imports/merge-sale';
import { settleLinks, type StockPair } from '@/lib/domain/imports/settle-links';
import { kindOf } from '@/lib/domain/inventory/waiting-pairs';
import type { Pair } from '@/lib/domain/inventory/pair';
import { type PreviewOptions, freeStock } from './free-stock';
import { previewAfterSale, type AfterSalePreview } from './preview-after-sale';

/**
 * What a row would become. `matched`: a sale whose pair is in stock; `needs-pair`: one for which none fits, so that its cost
 * stays unknown; `new`: anything else that is not known yet.
 */
export type PreviewOutcome =
  | 'new'
  | 'matched'
  | 'needs-pair'
  | 'filled'
  | 'changed'
  /** A refund or a fee whose sale is not in the books. */
  | 'waiting'
  | 'same'
  | 'conflict';

/** Why a row is left alone, or what exactly it changes. */
export type PreviewReason =
  | MergeConflict
  | AfterSaleProblem
  | 'looks-told'
  | 'refund-whole'
  | 'refund-part'
  /** The same of a sale told by hand, whose figures a file confirms. */
  | 'refund-confirmed'
  | 'later-fee';

export interface PreviewRow {
  readonly entry: Entry;
  readonly outcome: PreviewOutcome;
  readonly reason: PreviewReason | null;
  /** The pair in stock it would sell. */
  readonly pair: Pair | null;
}

const PIECE = 400;

/** Tells of each row of a file what importing it would do now. Reads only; in the order of the rows. */
export async function previewImport(
  db: ArchvdDatabase,
  entries: readonly Entry[],
  { breathe, signal }: PreviewOptions,
): Promise<readonly PreviewRow[]> {
  const rows: PreviewRow[] = [];
  const after = await previewAfterSale(db, entries, { breathe, signal });
  for (let at = 0; at < entries.length; at += PIECE) {
    signal.throwIfAborted();
    rows.push(...(await previewPiece(db, entries.slice(at, at + PIECE), after)));
    await breathe();
  }
  return withStock(db, rows, { breathe, signal });
}

async function previewPiece(
  db: ArchvdDatabase,
  entries: readonly Entry[],
  after: AfterSalePreview,
): Promise<readonly PreviewRow[]> {
  const sales = entries.flatMap((each) => (each.kind === 'sale' ? [each.entry] : []));
  const [bySale, refs, payouts] = await Promise.all([
    salePreviews(db, sales),
    knownRefs(db, entries),
    knownPayouts(db, entries),
  ]);
  return entries.map((each): PreviewRow => {
    const as = (outcome: PreviewOutcome): PreviewRow => ({ entry: each, outcome, reason: null, pair: null });
    if (each.kind === 'sale') {
      const told = bySale(each.entry);
      const isNone = told.outcome === 'needs-pair' && after.reverses(each.entry);
      return { ...as('new'), ...told, ...(isNone ? { outcome: 'new' } : {}) };
    }
    if (each.kind === 'after-sale') return { ...as('new'), ...after.of(each.entry) };
    if (each.kind === 'payout') return as(payouts.has(`${each.entry.platform}|${each.entry.ref}`) ? 'same' : 'new');
    if (each.kind === 'stock') return as(refs.has(`${each.entry.ref}#1`) ? 'same' : 'new');
    return as('new');
  });
}

type Told = Pick<PreviewRow, 'outcome' | 'reason'>;

async function salePreviews(db: ArchvdDatabase, sales: readonly SaleEntry[]): Promise<(entry: SaleEntry) => Told> {
  if (sales.length === 0) return () => ({ outcome: 'new', reason: null });
  const keys = sales.map(({ platform, key }) => [platform, key]);
  const rows = await rowsByKey(db.sales, '[marketplace+externalOrderId]', keys);
  const known = new Map(rows.map((sale) => [`${sale.marketplace}|${sale.externalOrderId}`, sale]));
  const told = await readToldSales(db, sales);
  return (entry) => {
    const before = known.get(`${entry.platform}|${entry.key}`) ?? told.byNumber(entry);
    if (before === undefined) {
      if (told.looksLike(entry)) return { outcome: 'conflict', reason: 'looks-told' };
      return { outcome: entry.status === 'reversed' || entry.cost !== null ? 'new' : 'needs-pair', reason: null };
    }
    const merged = mergeSale(before, entry, before.paid?.payoutId ?? null);
    return { outcome: merged.kind, reason: merged.kind === 'conflict' ? merged.reason : null };
  };
}

async function knownRefs(db: ArchvdDatabase, entries: readonly Entry[]): Promise<ReadonlySet<string>> {
  const refs = entries.flatMap((each) => (each.kind === 'stock' ? [`${each.entry.ref}#1`] : []));
  const pairs = refs.length === 0 ? [] : await rowsByKey(db.inventory, 'ledgerRef', refs);
  return new Set(pairs.flatMap(({ ledgerRef }) => ledgerRef ?? []));
}

async function knownPayouts(db: ArchvdDatabase, entries: readonly Entry[]): Promise<ReadonlySet<string>> {
  const keys = entries.flatMap((each) => (each.kind === 'payout' ? [[each.entry.platform, each.entry.ref]] : []));
  const rows = keys.length === 0 ? [] : await rowsByKey(db.payouts, '[platform+ref]', keys);
  return new Set(rows.map(({ platform, ref }) => `${platform}|${ref}`));
}

/** Gives new sales the pairs they would sell, of the stock and of the file itself. */
async function withStock(
  db: ArchvdDatabase,
  rows: readonly PreviewRow[],
  options: PreviewOptions,
): Promise<readonly PreviewRow[]> {
  const waiting = rows.flatMap(({ entry, outcome }) =>
    entry.kind === 'sale' && outcome === 'needs-pair' ? [entry.entry] : [],
  );
  const codes = [...new Set(waiting.flatMap(({ styleCode }) => styleCode ?? []))];
  const stock = await freeStock(db, codes, options);
  if (stock.size === 0) return rows;
  const byKind = new Map<string, SaleEntry[]>();
  for (const sale of waiting) {
    if (sale.styleCode === null || sale.size === null) continue;
    const kind = kindOf(sale.styleCode, sale.size);
    if (stock.has(kind)) byKind.set(kind, [...(byKind.get(kind) ?? []), sale]);
  }
  const found = new Map<SaleEntry, Pair>();
  for (const [kind, sales] of byKind) {
    const pairs = stock.get(kind) ?? [];
    const open = sales.map((sale, nth) => ({
      saleId: String(nth),
      key: `${sale.platform}|${sale.key}`,
      soldAt: sale.soldAt,
    }));
    for (const [nth, pairId] of settleLinks(open, pairs.map(toStock))) {
      const [sale, pair] = [sales[Number(nth)], pairs.find(({ id }) => id === pairId)];
      if (sale !== undefined && pair !== undefined) found.set(sale, pair);
    }
    await options.breathe();
  }
  return rows.map((row) => {
    const pair = row.entry.kind === 'sale' ? found.get(row.entry.entry) : undefined;
    return pair === undefined ? row : { ...row, outcome: 'matched', pair };
  });
}

function toStock({ id, boughtAt, cost, ledgerRef }: Pair): StockPair {
  const rank = `${String(cost?.minor ?? 0).padStart(15, '0')}|${cost?.currency ?? ''}|${ledgerRef ?? ''}`;
  return { pairId: id, boughtAt: boughtAt as StockPair['boughtAt'], rank };
}
