import { money } from '../money/money';
import type { GuardSettings } from './guard-settings';

/** The bounds in force until the seller sets others. */
export const CAREFUL_GUARDS: GuardSettings = {
  freshMinutes: 30,
  maxDownBasisPoints: 1000,
  maxUpBasisPoints: 2000,
  cooldownMinutes: 60,
  smallestStep: money(100, 'USD'),
  outlierBasisPoints: 3500,
  changesPerListingPerDay: 6,
  changesPerRun: 500,
  changesPerDay: 2000,
  lossPerDay: null,
  breakerMoveBasisPoints: 800,
  breakerMoves: 100,
  breakerMarketBasisPoints: 3000,
  decisionMinutes: 15,
};
