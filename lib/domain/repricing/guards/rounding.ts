import type { Money } from '../../money/money';
import { line, type RoundingWay } from '../trail';
import { wholePrice } from '../whole-price';
import type { Verdict } from '../scene';

/**
 * alias takes whole dollars only. Which way it goes is the strategy's: below an ask down, above one up. The bounds of
 * the step are whole themselves, so that this cannot lead over them.
 */
export function roundPrice(price: Money, way: RoundingWay): Verdict {
  const whole = wholePrice(price, way);
  const moved = whole.minor !== price.minor;
  return { hold: null, price: whole, line: line('rounding', moved ? 'moved' : 'passed', whole, FACTS[way]) };
}

const FACTS = { down: { way: 'down' }, up: { way: 'up' }, nearest: { way: 'nearest' } } as const;
