import { wholePrice } from '../whole-price';
import type { PriceGuard } from '../scene';

/**
 * alias takes whole dollars only. Which way it goes is the strategy's: below an ask down, above one up. The bounds of
 * the step are whole themselves, so that this cannot lead over them.
 */
export const roundingGuard: PriceGuard<'rounding'> = {
  name: 'rounding',
  judge(price, { rounding }) {
    const whole = wholePrice(price, rounding);
    return whole.minor === price.minor ? null : { hold: null, price: whole, reason: null };
  },
  facts: (_price, { rounding }) => ({ way: rounding }),
};
