import { groupBy } from '../grouping/group-by';
import type { CalendarDate } from '../time/instant';
import {
  daysBetween,
  PAYOUT_DAYS,
  type Candidate,
  type Confidence,
  type Graded,
  type OpenPayout,
  type ReconcileBooks,
} from './candidate';
import { compareText } from './find-sets';
import { candidatesOf } from './line-candidates';
import { indexBooks } from './index-books';

export interface LineMatch {
  readonly lineId: string;
  /** null: nothing of the books explains it. */
  readonly best: Candidate | null;
  readonly alternatives: readonly Candidate[];
}

interface Pairing extends Graded {
  readonly lineId: string;
  readonly bookedOn: CalendarDate;
  readonly confidence: Confidence;
}

const MOST_ALTERNATIVES = 4;

/**
 * What each open line of the statements is, as far as the books explain it. Nothing of the books is given to two lines.
 * `certain` is only what has the exact amount in its own currency, is named by the line, and could be nothing else; the
 * rest is for a person to say. The same lines and rows give the same answer in whatever order they come.
 *
 * @example a credit of $211.60 on 12 March "STOCKX PAYOUT" and one StockX payout of $211.60 told for 10 March: certain
 */
export function reconcile(books: ReconcileBooks): readonly LineMatch[] {
  const index = indexBooks(books);
  const graded = books.lines.flatMap((line) =>
    candidatesOf(line, index).map((each) => ({ ...each, lineId: line.id, bookedOn: line.bookedOn })),
  );
  const pairings = withConfidence(graded).toSorted(bySupport);
  const best = new Map<string, Pairing>();
  const taken = new Set<string>();
  for (const pairing of pairings) {
    if (best.has(pairing.lineId) || itemsOf(pairing).some((item) => taken.has(item))) continue;
    best.set(pairing.lineId, pairing);
    for (const item of itemsOf(pairing)) taken.add(item);
  }
  const byLine = groupBy(pairings, ({ lineId }) => lineId);
  return books.lines.map(({ id }) => {
    const chosen = best.get(id) ?? null;
    const own = new Set(chosen === null ? [] : itemsOf(chosen));
    const others = (byLine.get(id) ?? []).filter(
      (each) => each !== chosen && itemsOf(each).every((item) => own.has(item) || !taken.has(item)),
    );
    return {
      lineId: id,
      best: chosen === null ? null : candidateOf(chosen),
      alternatives: others.slice(0, MOST_ALTERNATIVES).map(candidateOf),
    };
  });
}

/** Payouts that should have arrived by now and were found on no statement. */
export function overduePayouts(payouts: readonly OpenPayout[], today: CalendarDate): readonly OpenPayout[] {
  return payouts.filter(({ paidOn }) => daysBetween(paidOn, today) > PAYOUT_DAYS);
}

const itemsOf = ({ kind, ids }: Pick<Graded, 'kind' | 'ids'>) => ids.map((id) => `${kind}/${id}`);

/** Certain is what is named by its number, or of a payout or an expense by name, and has no rival on either side. */
function withConfidence(graded: readonly (Graded & { lineId: string; bookedOn: CalendarDate })[]): readonly Pairing[] {
  const topOfLine = new Map<string, { grade: number; count: number }>();
  const topOfItem = new Map<string, { grade: number; count: number }>();
  for (const each of graded) {
    raise(topOfLine, each.lineId, each.grade);
    for (const item of itemsOf(each)) raise(topOfItem, item, each.grade);
  }
  return graded.map((each) => {
    const tops = [topOfLine.get(each.lineId), ...itemsOf(each).map((item) => topOfItem.get(item))];
    const isAlone = tops.every((top) => top?.grade === each.grade && top.count === 1);
    const isNamed = each.grade === 3 || (each.grade === 2 && each.kind !== 'sales');
    const isLikely = each.grade > 1 || (each.grade === 1 && isAlone);
    return { ...each, confidence: isAlone && isNamed ? 'certain' : isLikely ? 'likely' : 'possible' };
  });
}

function raise(tops: Map<string, { grade: number; count: number }>, id: string, grade: number): void {
  const top = tops.get(id);
  if (top === undefined || grade > top.grade) tops.set(id, { grade, count: 1 });
  else if (grade === top.grade) top.count += 1;
}

const RANK: Readonly<Record<Confidence, number>> = { certain: 0, likely: 1, possible: 2 };
const KIND: Readonly<Record<Candidate['kind'], number>> = { payout: 0, sales: 1, expense: 2 };

function bySupport(a: Pairing, b: Pairing): number {
  return (
    RANK[a.confidence] - RANK[b.confidence] ||
    b.grade - a.grade ||
    a.days - b.days ||
    KIND[a.kind] - KIND[b.kind] ||
    a.ids.length - b.ids.length ||
    compareText(a.bookedOn, b.bookedOn) ||
    compareText(a.lineId, b.lineId) ||
    compareText(a.ids.join(), b.ids.join())
  );
}

function candidateOf({ kind, ids, platform, expected, confidence, reasons }: Pairing): Candidate {
  return { kind, ids, platform, expected, confidence, reasons };
}
