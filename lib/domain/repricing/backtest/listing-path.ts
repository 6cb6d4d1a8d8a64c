import type { Money } from '../../money/money';
import type { Instant } from '../../time/instant';
import type { PriceMove } from '../decision';
import type { ReplayedListing } from './backtest-input';

export interface ModelledSale {
  readonly at: Instant;
  readonly price: Money;
  readonly profitMinor: number | null;
}

/** A price a rule would have given. */
export interface RuleChange {
  readonly at: Instant;
  readonly to: Money;
  /** In per cent of the floor then, rounded down. */
  readonly ofFloorPercent: number;
}

/** Moves a decision looks back on, as a live one does. */
const NEWEST_MOVES = 20;

/**
 * A listing on its way through the replay, twice: as it really was, and as a rule would have had it. Until the rule's
 * first change both have the same price; from then on only the rule moves the second one.
 */
export class ListingPath {
  readonly of: ReplayedListing;
  realPrice: Money;
  rulePrice: Money;
  /** Newest first, as decisions take them. */
  ruleMoves: readonly PriceMove[];
  soldAsItWas: ModelledSale | null = null;
  soldWithRule: ModelledSale | null = null;
  readonly changes: RuleChange[] = [];
  /** Whether some rule was about it at some moment. */
  covered = false;
  /** Moments of a decision it was on sale at, and those of them with a known price. */
  moments = 0;
  knownMoments = 0;
  #applied = 0;
  #takenOver = false;

  constructor(of: ReplayedListing) {
    this.of = of;
    this.realPrice = of.firstPrice;
    this.rulePrice = of.firstPrice;
    while (this.#isMovedBy(of.from)) this.#applied += 1;
    this.ruleMoves = of.moves.slice(0, this.#applied).toReversed().slice(0, NEWEST_MOVES);
  }

  /** Lets the real prices come as far as this moment. */
  goTo(at: Instant): void {
    while (this.#isMovedBy(at)) {
      const move = this.of.moves[this.#applied];
      this.#applied += 1;
      if (move === undefined) return;
      this.realPrice = move.to;
      if (this.#takenOver) continue;
      this.rulePrice = move.to;
      this.#remember(move);
    }
  }

  change(at: Instant, to: Money, floor: Money): void {
    this.#remember({ at, from: this.rulePrice, to, by: 'rule' });
    this.rulePrice = to;
    this.#takenOver = true;
    this.changes.push({ at, to, ofFloorPercent: Math.floor((to.minor * 100) / floor.minor) });
  }

  /** Counts a moment of a decision at which it was on sale. */
  count(isKnown: boolean): void {
    this.moments += 1;
    if (isKnown) this.knownMoments += 1;
  }

  isOnSale(at: Instant): boolean {
    const { from, until } = this.of;
    return from <= at && (until === null || at < until);
  }

  /** Whether it was really on sale: its ask was among those that were read. */
  wasReallyOnSale(at: Instant): boolean {
    const { soldAt } = this.of;
    return this.isOnSale(at) && (soldAt === null || at <= soldAt);
  }

  /** Whether it really asked so much, now or until within the time: a price just left may still be shown. */
  reallyAsked(minor: number, at: Instant, withinMs: number): boolean {
    if (!this.wasReallyOnSale(at)) return false;
    if (this.realPrice.minor === minor) return true;
    for (let nth = this.#applied - 1; nth >= 0; nth -= 1) {
      const move = this.of.moves[nth];
      if (move === undefined || at - move.at >= withinMs) return false;
      if (move.from.minor === minor) return true;
    }
    return false;
  }

  #isMovedBy(at: Instant): boolean {
    const next = this.of.moves[this.#applied];
    return next !== undefined && next.at <= at;
  }

  #remember(move: PriceMove): void {
    this.ruleMoves = [move, ...this.ruleMoves.slice(0, NEWEST_MOVES - 1)];
  }
}
