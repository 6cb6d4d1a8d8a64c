import { describe, expect, test } from 'vitest';
import type { AlertTrigger } from '../alerts/alert';
import { money, type Money } from '../money/money';
import type { FxRate } from '../money/fx';
import { instant } from '../time/instant';
import { nearness, type SeenFigures } from './nearness';

const usd = (dollars: number): Money => money(Math.round(dollars * 100), 'USD');
const NOTHING: SeenFigures = { lowestAsk: null, highestOffer: null, lastSale: null };
const noRate = () => null;

const ask = (price: Money): AlertTrigger => ({ kind: 'ask-at-or-below', price });
const offer = (price: Money): AlertTrigger => ({ kind: 'offer-at-or-above', price });
const sold = (price: Money): AlertTrigger => ({ kind: 'sold-at-or-below', price });

describe('how near a size is to what is waited for', () => {
  test.each<[string, AlertTrigger, Partial<SeenFigures>, number | null]>([
    ['an ask just above', ask(usd(100)), { lowestAsk: usd(101) }, 100],
    ['an ask a cent above', ask(usd(100)), { lowestAsk: usd(100.01) }, 1],
    ['an ask 5 % above', ask(usd(100)), { lowestAsk: usd(105) }, 500],
    ['an ask farther away', ask(usd(100)), { lowestAsk: usd(105.01) }, null],
    ['an ask that is there', ask(usd(100)), { lowestAsk: usd(100) }, null],
    ['no ask', ask(usd(100)), { lastSale: usd(101) }, null],
    ['an offer just below', offer(usd(100)), { highestOffer: usd(98) }, 200],
    ['an offer above', offer(usd(100)), { highestOffer: usd(101) }, null],
    ['an offer far below', offer(usd(100)), { highestOffer: usd(90) }, null],
    ['a sale just above', sold(usd(100)), { lastSale: usd(103) }, 300],
    ['a rate is no price', { kind: 'roi-at-or-above', basisPoints: 100 }, { lowestAsk: usd(101) }, null],
  ])('%s', (_, trigger, figures, away) => {
    expect(nearness(trigger, { ...NOTHING, ...figures }, noRate)).toBe(away);
  });

  test('in another currency by its rate, and without one not at all', () => {
    const rate: FxRate = { base: 'GBP', quote: 'USD', rateE8: 125_000_000, asOf: instant(0), source: 'test' };
    const trigger = ask(money(8000, 'GBP'));
    const figures = { ...NOTHING, lowestAsk: usd(102) };
    expect(nearness(trigger, figures, () => rate)).toBe(200);
    expect(nearness(trigger, figures, noRate)).toBeNull();
  });
});
