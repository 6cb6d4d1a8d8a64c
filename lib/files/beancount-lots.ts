import { paidFor, type Ledger, type LedgerSale } from '@/lib/domain/exports/ledger';
import type { Money } from '@/lib/domain/money/money';
import type { CalendarDate } from '@/lib/domain/time/instant';

/** A pair in stock: a lot of its own, with its cost and its id as the label. */
export interface Lot {
  readonly pairId: string;
  readonly styleCode: string;
  readonly worth: Money;
  readonly acquired: CalendarDate;
}

/** Which lots move. A pair leaves only while it is there, and comes back only from where it went. */
export interface LotMoves {
  /** By pair: what it is as a lot, of every pair that moves. */
  readonly lots: ReadonlyMap<string, Lot>;
  /** Pairs that leave in the time and came before it, with what they are called. */
  readonly opening: readonly { readonly lot: Lot; readonly item: Item }[];
  /** Sales that take their pair out of the stock, by id. */
  readonly taken: ReadonlySet<string>;
  /** Sales whose return brings the pair back. */
  readonly back: ReadonlySet<string>;
  /** Pairs that are written off. */
  readonly lost: ReadonlySet<string>;
}

type Item = Pick<LedgerSale, 'name' | 'styleCode' | 'size'>;

interface Move {
  readonly kind: 'sale' | 'return' | 'write-off';
  readonly on: CalendarDate;
  /** Of moves on one day. */
  readonly rank: number;
  readonly pairId: string;
  readonly saleId: string;
  /** The day it left the stock. */
  readonly leftOn: CalendarDate;
  readonly isLasting: boolean;
  readonly of: Item & Pick<LedgerSale, 'cost' | 'otherCosts' | 'boughtOn'>;
}

/** Where moves of one day stand among each other. */
export const RANKS = { came: 0, earlierBack: 1, undone: 2, back: 3, sale: 4, lost: 5, other: 6 } as const;

export function rankOfReturn({ on, sale }: Ledger['returns'][number]): number {
  return sale.on < on ? RANKS.earlierBack : RANKS.back;
}

export function rankOfSale({ undoneOn }: LedgerSale): number {
  return undoneOn === null ? RANKS.sale : RANKS.undone;
}

/**
 * Follows every pair through the time. Sales whose cost is not known move no lot.
 *
 * @example sold on 3 May, given back on 9 May, sold again on 20 May: taken, back, taken
 */
export function lotMoves(ledger: Ledger): LotMoves {
  const boughtOn = new Map(ledger.purchases.map(({ pairId, on }) => [pairId, on]));
  const told = new Set(ledger.sales.map(({ id }) => id));
  const moves = { lots: new Map<string, Lot>(), opening: [] as LotMoves['opening'][number][] };
  const [taken, back, lost] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const [pairId, all] of movesByPair(ledger)) {
    const lot = lotOf(all, boughtOn.get(pairId) ?? null, ledger.from);
    if (lot === null) continue;
    moves.lots.set(pairId, lot);
    let isIn: boolean | null = boughtOn.has(pairId) ? true : null;
    for (const { kind, saleId, of } of all) {
      if (kind === 'return') {
        // Of a sale before the time the pair was out; of one in it, where that took the pair.
        if (told.has(saleId) ? !taken.has(saleId) : isIn !== null) continue;
        back.add(saleId);
        isIn = true;
        continue;
      }
      if (isIn === false) continue;
      if (isIn === null) moves.opening.push({ lot, item: of });
      isIn = false;
      if (kind === 'sale') taken.add(saleId);
      else lost.add(pairId);
    }
  }
  return { ...moves, taken, back, lost };
}

function movesByPair(ledger: Ledger): ReadonlyMap<string, readonly Move[]> {
  const moves: readonly Move[] = [
    ...ledger.sales.map((sale) => moveOf('sale', sale, sale.on, rankOfSale(sale), sale.undoneOn === null)),
    ...ledger.returns.map((each) => moveOf('return', each.sale, each.on, rankOfReturn(each), false)),
    ...ledger.writeOffs.map((each): Move => {
      const { pairId, on } = each;
      return { kind: 'write-off', on, rank: RANKS.lost, pairId, saleId: '', leftOn: on, isLasting: true, of: each };
    }),
  ];
  const known = moves.filter(({ of }) => of.cost !== null);
  const ordered = known.toSorted((a, b) => (a.on === b.on ? a.rank - b.rank : a.on < b.on ? -1 : 1));
  const byPair = new Map<string, Move[]>();
  for (const move of ordered) byPair.set(move.pairId, [...(byPair.get(move.pairId) ?? []), move]);
  return byPair;
}

function moveOf(kind: Move['kind'], sale: LedgerSale, on: CalendarDate, rank: number, isLasting: boolean): Move {
  return { kind, on, rank, pairId: sale.pairId, saleId: sale.id, leftOn: sale.on, isLasting, of: sale };
}

/** As the sale that stands tells it, or what else lasts; acquired never after it left. */
function lotOf(moves: readonly Move[], boughtOn: CalendarDate | null, from: CalendarDate): Lot | null {
  const source = moves.find(({ isLasting }) => isLasting) ?? moves[0];
  if (source === undefined || source.of.cost === null) return null;
  const { cost, otherCosts, styleCode } = source.of;
  const told = boughtOn ?? source.of.boughtOn ?? from;
  const acquired = moves.reduce((day, { leftOn }) => (leftOn < day ? leftOn : day), told);
  return { pairId: source.pairId, styleCode, worth: paidFor({ cost, otherCosts }), acquired };
}
