import { styleCodeKey } from '../catalog/style-code';
import type { Size } from '../sizes/size';
import type { Instant } from '../time/instant';
import type { Pair } from './pair';
import type { PurchaseLine } from './purchase-line';

/** Stands where a pair stood once it is spoken for. */
export const TAKEN = 'taken';

/** The seller's pairs, by what a ledger may find them with. */
export interface WaitingPairs {
  readonly byRef: Map<string, Pair | typeof TAKEN>;
  readonly byListing: Map<string, Pair | typeof TAKEN>;
  /** Pairs that wait for their cost, by style code and size, in the order they are served. */
  readonly waiting: Map<string, Pair[]>;
}

/** Sorts the pairs by what a ledger names: its own line, a listing, or a kind of shoe, first sold and first listed first. */
export function sortWaitingPairs(pairs: readonly Pair[], listedAt: ReadonlyMap<string, Instant>): WaitingPairs {
  const book: WaitingPairs = { byRef: new Map(), byListing: new Map(), waiting: new Map() };
  const order = (pair: Pair): number => pair.soldAt ?? listedAt.get(pair.id) ?? pair.createdAt;
  const sorted = pairs.toSorted(
    (a, b) => Number(a.soldAt === null) - Number(b.soldAt === null) || order(a) - order(b) || (a.id < b.id ? -1 : 1),
  );
  for (const pair of sorted) {
    if (pair.ledgerRef !== null) book.byRef.set(pair.ledgerRef, pair);
    if (pair.goatListingId !== null) book.byListing.set(pair.goatListingId, isWaiting(pair) ? pair : TAKEN);
    if (!isWaiting(pair) || pair.styleCode === null) continue;
    const key = kindOf(pair.styleCode, pair.size);
    const queue = book.waiting.get(key);
    if (queue === undefined) book.waiting.set(key, [pair]);
    else queue.push(pair);
  }
  return book;
}

function isWaiting(pair: Pair): boolean {
  return pair.cost === null && pair.ledgerRef === null && pair.deletedAt === null;
}

/** The pair of a listing; `conflict` when it has its cost, null when there is none. */
export function takeListed(book: WaitingPairs, listingId: string): Pair | 'conflict' | null {
  const pair = book.byListing.get(listingId);
  if (pair === TAKEN) return 'conflict';
  book.byListing.set(listingId, TAKEN);
  if (pair === undefined) return null;
  if (pair.styleCode !== null) strike(book, kindOf(pair.styleCode, pair.size), pair);
  return pair;
}

/** The pair of this style and size that waits longest. */
export function takeWaiting(book: WaitingPairs, line: PurchaseLine): Pair | null {
  if (line.styleCode === null) return null;
  const key = kindOf(line.styleCode, line.size);
  const pair = book.waiting.get(key)?.find((each) => couldBe(each, line));
  if (pair === undefined) return null;
  strike(book, key, pair);
  if (pair.goatListingId !== null) book.byListing.set(pair.goatListingId, TAKEN);
  return pair;
}

/** What was bought after a pair was sold is not that pair. */
function couldBe(pair: Pair, line: PurchaseLine): boolean {
  return pair.soldAt === null || line.boughtAt === null || line.boughtAt <= pair.soldAt;
}

function strike(book: WaitingPairs, key: string, pair: Pair): void {
  const queue = book.waiting.get(key) ?? [];
  book.waiting.set(
    key,
    queue.filter((each) => each !== pair),
  );
}

/** Same style code, same size: the same shoes, as far as a seller's books can tell. */
export function kindOf(styleCode: string, size: Size): string {
  return `${styleCodeKey(styleCode)}|${size.system}|${size.value}`;
}
