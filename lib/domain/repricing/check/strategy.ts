import { BASIS_POINTS } from '../../money/arithmetic';
import type { ProfitTarget } from '../../fees/floor-price';
import type { Distance, Strategy } from '../rule';
import { amount, NONE, number, PRICE_CURRENCY, problem, someAmount, type Found } from './figures';

const MOST_DAYS = 3650;

export function checkStrategy(strategy: Strategy): Found {
  switch (strategy.kind) {
    case 'position':
      return strategy.side === 'match' ? NONE : checkDistance(strategy.distance, strategy.side);
    case 'velocity':
      return number(strategy.days, 'strategy.days', 1, MOST_DAYS);
    case 'margin':
      return [...checkTarget(strategy.target, 'strategy.target'), ...checkDistance(strategy.distance, 'below', 0)];
    case 'aging':
      return checkAging(strategy);
    case 'dynamic':
      return [
        ...number(strategy.stepBasisPoints, 'strategy.stepBasisPoints', 1, MOST_STEP),
        ...number(strategy.quietDays, 'strategy.quietDays', 1, MOST_DAYS),
      ];
    case 'experiment':
      return strategy.experimentId === '' ? problem('empty', 'strategy.experimentId') : NONE;
  }
}

function checkDistance(distance: Distance, side: 'below' | 'above', least = 1): Found {
  if (distance.kind === 'amount') {
    const path = 'strategy.distance.amount';
    return least === 0 ? amount(distance.amount, path, PRICE_CURRENCY) : someAmount(distance.amount, path);
  }
  // The whole of an ask below it is nothing at all.
  const most = side === 'below' ? BASIS_POINTS - 1 : BASIS_POINTS;
  return number(distance.basisPoints, 'strategy.distance.basisPoints', least, most);
}

const MOST_STEP = 5000;
const MOST_FALL = 9000;

function checkAging(aging: Extract<Strategy, { kind: 'aging' }>): Found {
  const found = [
    ...number(aging.afterDays, 'strategy.afterDays', 0, MOST_DAYS),
    ...number(aging.everyDays, 'strategy.everyDays', 1, MOST_DAYS),
    ...number(aging.stepBasisPoints, 'strategy.stepBasisPoints', 1, MOST_STEP),
    ...number(aging.mostBasisPoints, 'strategy.mostBasisPoints', 1, MOST_FALL),
  ];
  if (aging.revertAfterDays !== null) {
    found.push(...number(aging.revertAfterDays, 'strategy.revertAfterDays', 1, MOST_DAYS));
  }
  if (aging.stepBasisPoints > aging.mostBasisPoints) {
    found.push(...problem('step-above-most', 'strategy.stepBasisPoints'));
  }
  return found;
}

/** A margin of the whole price leaves nothing for the cost. A target below break-even would be a loss by rule. */
const MOST_MARGIN = 9900;
const MOST_ROI = 1_000_000;

export function checkTarget(target: ProfitTarget, path: string): Found {
  switch (target.kind) {
    case 'break-even':
      return NONE;
    case 'profit':
      return amount(target.amount, `${path}.amount`, null);
    case 'margin':
      return number(target.basisPoints, `${path}.basisPoints`, 0, MOST_MARGIN);
    case 'roi':
      return number(target.basisPoints, `${path}.basisPoints`, 0, MOST_ROI);
  }
}
