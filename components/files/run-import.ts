import type { Entry, SaleEntry, SourceId, StockEntry } from '@/lib/domain/imports/entry';
import type { ReadEntries } from '@/lib/files/formats/read-entries';
import type { MessageInput } from '@/lib/messaging/protocol';
import { ask } from '../bridge/ask';
import { nextTurn } from '../ui/next-turn';
import { t } from '../ui/text';
import { rowReasonText } from './import-words';

/** Rows of one message: each is written whole or not at all. More at once and the page does not answer while they are sent. */
const PIECE = 300;
/** Pieces that are sent and not answered yet: while one is written, the next is brought over and checked. */
const UNDER_WAY = 2;
const CODES = 200;
/** Rows that were left out and are kept for looking them up; their number is always told. */
const KEPT = 500;

export interface ImportRun {
  readonly fileName: string;
  readonly digest: string;
  readonly read: ReadEntries;
  /** `platform|key` of sales that keep a pair of their own; `all`: every one. */
  readonly own: 'all' | ReadonlySet<string>;
  readonly onShare: (share: number) => void;
  readonly signal: AbortSignal;
}

export interface ImportResult {
  readonly importId: string;
  readonly added: number;
  readonly filled: number;
  readonly changed: number;
  readonly same: number;
  readonly conflicts: number;
  readonly matched: number;
  readonly stillListed: number;
  readonly leftOut: number;
}

export type RanImport =
  | { readonly ok: true; readonly result: ImportResult; readonly stopped: boolean }
  /** What was written until then is in the books and can be taken back, or completed by the same file. */
  | { readonly ok: false; readonly message: string; readonly importId: string | null };

class Refused extends Error {}

type Rows = MessageInput<'imports/rows'>['rows'];

/** Writes what a file tells, piece by piece. Stopped or cut off in between, all pieces that were sent stand, and nothing else. */
export async function runImport(run: ImportRun): Promise<RanImport> {
  let importId: string | null = null;
  try {
    const { read } = run;
    const begun = await told(
      ask('imports/begin', {
        kind: kindOf(read.recognised.source),
        fileName: run.fileName.slice(0, 300),
        digest: run.digest,
        source: read.recognised.source,
        rows: read.rows,
      }),
    );
    ({ importId } = begun);
    const sent = await sendPieces(importId, run);
    const settled = run.own === 'all' ? { matched: 0, stillListed: 0 } : await settle(importId, run);
    await told(ask('imports/finish', { importId, ...leftOutOf(read, sent.conflicts) }));
    run.onShare(1);
    const leftOut = read.bad.length + sent.conflicts.length;
    const result = { ...sent, ...settled, importId, conflicts: sent.conflicts.length, leftOut };
    return { ok: true, result, stopped: run.signal.aborted };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, message: error.message, importId };
    throw error;
  }
}

async function sendPieces(importId: string, { read, own, onShare, signal }: ImportRun) {
  const sum = { added: 0, filled: 0, changed: 0, same: 0 };
  const conflicts: { line: number; reason: string }[] = [];
  const pieces = await piecesOf(read.entries);
  const underWay: ReturnType<typeof ask<'imports/rows'>>[] = [];
  let answered = 0;
  const take = async (left: number) => {
    while (underWay.length > left) {
      const next = underWay.shift();
      if (next === undefined) return;
      const answer = await told(next);
      for (const name of ['added', 'filled', 'changed', 'same'] as const) sum[name] += answer[name];
      conflicts.push(...answer.conflicts);
      answered += 1;
      onShare((answered / pieces.length) * 0.95);
    }
  };
  try {
    for (const [nth, piece] of pieces.entries()) {
      // Payouts are found by sales, and stock is sold by them: what is of another kind waits for all before it.
      await take(pieces[nth - 1]?.kind === piece.kind ? UNDER_WAY - 1 : 0);
      await nextTurn();
      if (signal.aborted) break;
      underWay.push(ask('imports/rows', { importId, rows: toRows(piece, own) }));
    }
    await take(0);
  } finally {
    // After a refusal too: nothing is written any more once the import is told to have ended.
    await Promise.all(underWay);
  }
  return { ...sum, conflicts };
}

type Piece = {
  readonly [Kind in Entry['kind']]: { readonly kind: Kind; readonly entries: readonly EntryOf<Kind>[] };
}[Entry['kind']];
type EntryOf<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>['entry'];

/** Payouts first, so that sales find them; stock before what was sold of it, and sales before what came after them. */
async function piecesOf(entries: readonly Entry[]): Promise<readonly Piece[]> {
  const of = async <Kind extends Entry['kind']>(kind: Kind) => {
    // Fifty thousand rows are gone through more than once: the page has its turn in between.
    await nextTurn();
    return entries.flatMap((each) => (each.kind === kind ? [each.entry as EntryOf<Kind>] : []));
  };
  const [payouts, expenses, stock] = [await of('payout'), await of('expense'), await of('stock')];
  const after = await of('after-sale');
  const inFile = await of('sale');
  // alias's own orders are looked for around each piece's time; others by their numbers, which follow one another in a file.
  const byTime = inFile.some(({ platform }) => platform === 'alias');
  const sales = byTime ? inFile.toSorted((a, b) => a.soldAt - b.soldAt) : inFile;
  await nextTurn();
  return [
    ...cut(payouts).map((piece) => ({ kind: 'payout' as const, entries: piece })),
    ...cut(expenses).map((piece) => ({ kind: 'expense' as const, entries: piece })),
    ...cut(stock).map((piece) => ({ kind: 'stock' as const, entries: piece })),
    ...cut(sales).map((piece) => ({ kind: 'sale' as const, entries: piece })),
    ...cut(after).map((piece) => ({ kind: 'after-sale' as const, entries: piece })),
  ];
}

function toRows(piece: Piece, own: ImportRun['own']): Rows {
  switch (piece.kind) {
    case 'payout':
      return { kind: 'payouts', entries: [...piece.entries] };
    case 'expense':
      return { kind: 'expenses', entries: [...piece.entries] };
    case 'stock':
      return { kind: 'stock', entries: piece.entries.map(toStockRow) };
    case 'sale': {
      const kept = own === 'all' ? own : piece.entries.map(saleKey).filter((key) => own.has(key));
      return { kind: 'sales', entries: piece.entries.map(toSaleRow), own: kept };
    }
    case 'after-sale':
      return { kind: 'after-sale', entries: [...piece.entries] };
  }
}

function toSaleRow({ folded, ...entry }: SaleEntry) {
  return folded === undefined ? entry : { ...entry, folded: [...folded] };
}

function toStockRow(entry: StockEntry) {
  return { ...entry, condition: conditionOf(entry.condition), packaging: 'good' as const, tags: [...entry.tags] };
}

export const saleKey = ({ platform, key }: Pick<SaleEntry, 'platform' | 'key'>): string => `${platform}|${key}`;

function conditionOf(condition: unknown): 'new' | 'used' | 'new-with-defects' {
  return condition === 'used' || condition === 'new-with-defects' ? condition : 'new';
}

function cut<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / PIECE) }, (_, nth) =>
    items.slice(nth * PIECE, (nth + 1) * PIECE),
  );
}

async function settle(importId: string, { read }: ImportRun) {
  const codes = [
    ...new Set(read.entries.flatMap((each) => ('styleCode' in each.entry ? (each.entry.styleCode ?? []) : []))),
  ];
  let [matched, stillListed] = [0, 0];
  for (let at = 0; at < codes.length; at += CODES) {
    const answer = await told(ask('imports/settle', { importId, styleCodes: codes.slice(at, at + CODES) }));
    matched += answer.matched;
    stillListed += answer.stillListed;
  }
  return { matched, stillListed };
}

function leftOutOf(read: ReadEntries, conflicts: readonly { readonly line: number; readonly reason: string }[]) {
  const rows = [
    ...read.bad.map(({ line, reason, cells }) => ({ line, reason: reason as string, cells })),
    ...conflicts.map(({ line, reason }) => ({ line, reason, cells: [] as readonly string[] })),
  ];
  const kept = rows.slice(0, KEPT);
  return {
    problems: kept.map(({ line, reason }) => ({ line, message: rowReasonText(reason) })),
    leftOut: {
      header: read.recognised.header.slice(0, 300),
      rows: kept.map(({ line, reason, cells }) => ({
        line,
        reason,
        cells: cells.slice(0, 300).map((cell) => cell.slice(0, 600)),
      })),
      more: rows.length - kept.length,
    },
  };
}

function kindOf(source: SourceId): 'sales' | 'inventory' | 'expenses' {
  return source === 'own-stock' ? 'inventory' : source === 'own-expenses' ? 'expenses' : 'sales';
}

/** Takes an import back, however many pieces that is. */
export async function takeBackImport(
  importId: string,
): Promise<
  | { readonly ok: true; readonly removed: number; readonly restored: number; readonly left: number }
  | { readonly ok: false; readonly message: string }
> {
  let [removed, restored] = [0, 0];
  try {
    for (;;) {
      const answer = await told(ask('imports/undo', { importId }));
      removed += answer.removed;
      restored += answer.restored;
      if (answer.done) return { ok: true, removed, restored, left: answer.left };
    }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, message: error.message };
    throw error;
  }
}

/** @throws Refused with words for the person */
async function told<Value extends { readonly ok: boolean }>(
  asked: Promise<{ readonly ok: true; readonly value: Value } | { readonly ok: false; readonly message: string }>,
): Promise<Extract<Value, { ok: true }>> {
  const answer = await asked;
  if (!answer.ok) throw new Refused(answer.message);
  // `ask` has made a refusal of every answer that is not ok.
  if (!answer.value.ok) throw new Refused(t('state.workerSilent'));
  return answer.value as Extract<Value, { ok: true }>;
}
