import type { Money } from '../money/money';

/** The bounds of everything rules do, whatever a rule says. Editable; the fallbacks are careful. */
export interface GuardSettings {
  /** Prices older than this decide nothing. */
  readonly freshMinutes: number;
  /** Most a price may fall or rise at once, of the price before it. */
  readonly maxDownBasisPoints: number;
  readonly maxUpBasisPoints: number;
  /** Between two changes of a listing. */
  readonly cooldownMinutes: number;
  /** A smaller change is not worth one. */
  readonly smallestStep: Money;
  /** An ask so far below the median of recent sales (or the highest offer) is taken for a mistake or a trap. */
  readonly outlierBasisPoints: number;
  readonly changesPerListingPerDay: number;
  readonly changesPerRun: number;
  readonly changesPerDay: number;
  /** How much all asked prices together may fall in a day; null: no limit. */
  readonly lossPerDay: Money | null;
  /** The breaker: so many moves of at least so much in one run stop everything. */
  readonly breakerMoveBasisPoints: number;
  readonly breakerMoves: number;
  /** It also stops when at least so many listings were looked at and this share of their markets fell by as much. */
  readonly breakerMarketBasisPoints: number;
  /** A decision that was not sent within this time is made anew. */
  readonly decisionMinutes: number;
}
