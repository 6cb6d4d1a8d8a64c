import type { ArchvdDatabase } from '@/lib/db/database';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { PnlLine } from '@/lib/domain/pnl/pnl-line';
import type { Sale } from '@/lib/domain/sales/sale';
import type { Instant } from '@/lib/domain/time/instant';
import { bookLines } from './book-lines';
import type { BookRequest } from './book-rows';
import { readCatalogue } from './find-sales';
import { groupingOf, type PnlGroupKind } from './pnl-groups';

/** Whose lines are asked for; null: those of the whole time. */
export interface LinesOf {
  readonly kind: PnlGroupKind;
  readonly key: string;
}

/** One sale of a figure. */
export interface DrillLine {
  readonly sale: Sale;
  readonly pair: Pair | null;
  /** null: reversed, or without a rate. */
  readonly line: PnlLine | null;
  readonly at: Instant;
}

export interface DrillLines {
  readonly total: number;
  /** The newest first, as many as were asked for. */
  readonly lines: readonly DrillLine[];
}

/** The sales behind a figure: the same rows that made it. */
export async function pnlLines(
  db: ArchvdDatabase,
  request: BookRequest,
  of: LinesOf | null,
  limit: number,
): Promise<DrillLines> {
  const { sales } = await bookLines(db, request);
  if (of === null) return { total: sales.length, lines: sales.toReversed().slice(0, limit) };
  const grouping = groupingOf(of.kind, await readCatalogue(db), request.offsetAt);
  const found = sales.filter(({ sale, pair, at }) => grouping.keysOf(sale, pair, at).includes(of.key));
  return { total: found.length, lines: found.toReversed().slice(0, limit) };
}
