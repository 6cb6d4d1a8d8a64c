import type { Instant } from '../time/instant';
import type { Pair } from './pair';
import type { PurchaseLine } from './purchase-line';
import { UNTOLD } from './untold';
import { sortWaitingPairs, takeListed, takeWaiting, TAKEN } from './waiting-pairs';

type LotFields = Pick<Pair, 'cost' | 'otherCosts' | 'boughtAt' | 'supplier' | 'ledgerRef'>;

/** A known pair and what the ledger tells of it. */
export interface LotFill {
  readonly pairId: string;
  /** To be written over the pair. `cost` is null when the ledger knows the pair but not its cost. */
  readonly changes: LotFields;
}

/** A pair the ledger tells of that was not known: in stock from now on. */
export type LotAddition = Omit<Pair, 'id' | 'createdAt' | 'updatedAt' | 'deletedAt'>;

/** A pair of a line that was left alone because its listing's pair has its cost from elsewhere. */
export interface LotConflict {
  readonly ref: string;
  readonly goatListingId: string;
}

export interface LotPlan {
  readonly fills: readonly LotFill[];
  readonly additions: readonly LotAddition[];
  /** Pairs of lines that had been read before. */
  readonly alreadyKnown: number;
  readonly conflicts: readonly LotConflict[];
}

/**
 * Gives each pair of a purchase ledger its place: a known pair that waits for its cost, or a new one in stock.
 *
 * - Each pair of a line has a name, `ref#1`, `ref#2`, …; one whose name a pair already bears is skipped, or completed
 *   when that pair's cost is still unknown and the line now states it.
 * - The first pair of a line with a listing id belongs to that listing's pair. When that pair has its cost already,
 *   nothing happens; when there is none yet, a new pair is made that bears the listing's id.
 * - Other pairs go by exact style code and size: lines by date of purchase, pairs sold first by date of sale, then the
 *   rest by the date they were listed. A pair sold before the purchase is not it.
 * - No cost is ever written over. The same ledger and pairs give the same plan, and once it is carried out, none.
 *
 * @param listedAt when a pair was listed, by its id, where known
 * @example two unsold pairs of DD1391-100 US 10 without cost, a line of 3 at £60: two filled, one added, £60 each
 */
export function assignLots(
  lines: readonly PurchaseLine[],
  pairs: readonly Pair[],
  listedAt: ReadonlyMap<string, Instant> = new Map(),
): LotPlan {
  const fills: LotFill[] = [];
  const additions: LotAddition[] = [];
  const conflicts: LotConflict[] = [];
  let alreadyKnown = 0;
  const book = sortWaitingPairs(pairs, listedAt);
  for (const copy of lines.flatMap(copiesOf).toSorted(byClaim)) {
    const { line } = copy;
    const known = book.byRef.get(copy.ledgerRef);
    if (known !== undefined) {
      const completes = known !== TAKEN && known.cost === null && known.deletedAt === null && line.unitCost !== null;
      if (completes) fills.push(toFill(known, copy));
      else alreadyKnown += 1;
      book.byRef.set(copy.ledgerRef, TAKEN);
      continue;
    }
    book.byRef.set(copy.ledgerRef, TAKEN);
    const { listingId } = copy;
    const target = listingId === null ? takeWaiting(book, line) : takeListed(book, listingId);
    if (target === 'conflict') conflicts.push({ ref: line.ref, goatListingId: listingId ?? '' });
    else if (target !== null) fills.push(toFill(target, copy));
    else additions.push(toAddition(copy, listingId));
  }
  return { fills, additions, alreadyKnown, conflicts };
}

/** One pair of a line, with its name. */
interface Copy {
  readonly line: PurchaseLine;
  readonly number: number;
  /** The first pair of a line is the one whose listing the line names. */
  readonly listingId: string | null;
  readonly ledgerRef: string;
}

function copiesOf(line: PurchaseLine): readonly Copy[] {
  return Array.from({ length: line.quantity }, (_, index) => ({
    line,
    number: index + 1,
    listingId: index === 0 ? line.goatListingId : null,
    ledgerRef: `${line.ref}#${index + 1}`,
  }));
}

function toFill(pair: Pair, copy: Copy): LotFill {
  const { line } = copy;
  return {
    pairId: pair.id,
    changes: {
      cost: line.unitCost,
      otherCosts: pair.otherCosts ?? line.otherCosts,
      boughtAt: pair.boughtAt ?? line.boughtAt,
      supplier: pair.supplier ?? line.supplier,
      ledgerRef: copy.ledgerRef,
    },
  };
}

function toAddition(copy: Copy, goatListingId: string | null): LotAddition {
  const { line } = copy;
  return {
    ...UNTOLD,
    status: 'in-stock',
    origin: 'ledger',
    catalogId: null,
    styleCode: line.styleCode,
    name: line.name,
    brand: line.brand,
    size: line.size,
    condition: 'new',
    packaging: 'good',
    cost: line.unitCost,
    otherCosts: line.otherCosts,
    boughtAt: line.boughtAt,
    supplier: line.supplier,
    ledgerRef: copy.ledgerRef,
    goatListingId,
  };
}

/** Who names a listing goes before who only names a kind; then first bought, first served, undated lines last. */
function byClaim(a: Copy, b: Copy): number {
  return (
    Number(a.listingId === null) - Number(b.listingId === null) ||
    (a.line.boughtAt ?? LATEST) - (b.line.boughtAt ?? LATEST) ||
    (a.line.ref === b.line.ref ? a.number - b.number : a.line.ref < b.line.ref ? -1 : 1)
  );
}

const LATEST = Number.MAX_SAFE_INTEGER;
