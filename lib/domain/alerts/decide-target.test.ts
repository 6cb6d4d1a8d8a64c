import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NOON, usd } from '@/tests/fixtures/builders';
import type { FxRate } from '../money/fx';
import { money, type Money } from '../money/money';
import { MINUTE_MS, shiftInstant, type Instant } from '../time/instant';
import { decideTarget, type Target, type TargetDecision } from './decide-target';

const ago = (minutes: number): Instant => shiftInstant(NOON, -minutes * MINUTE_MS);
/** $1 = £0.80 */
const POUND: FxRate = { base: 'USD', quote: 'GBP', rateE8: 80_000_000, asOf: NOON, source: 'you' };

const told = (decision: TargetDecision): string => (decision.kind === 'ring' ? 'ring' : decision.reason);

interface Case {
  readonly ask?: Money | null;
  readonly readAt?: Instant | null;
  readonly rate?: FxRate | null;
  readonly targetPrice?: Money | null;
  readonly reachedAt?: Instant | null;
}

function decide({ ask = usd(98), readAt = ago(1), rate = null, targetPrice = usd(100), reachedAt = null }: Case) {
  return decideTarget({ targetPrice, reachedAt }, { ask, readAt, rate }, NOON);
}

describe('a target', () => {
  test.each<[string, Case, string]>([
    ['below', {}, 'ring'],
    ['exactly at it', { ask: usd(100) }, 'ring'],
    ['a cent above', { ask: usd(100.01) }, 'above-target'],
    ['watched without a target', { targetPrice: null }, 'no-target'],
    ['nobody asks', { ask: null }, 'unknown-ask'],
    ['read 20 minutes ago', { readAt: ago(20) }, 'ring'],
    ['read 21 minutes ago', { readAt: ago(21) }, 'stale'],
    ['never read', { readAt: null }, 'stale'],
    ['read tomorrow: the clock was set back', { readAt: ago(-1440) }, 'stale'],
    ['rang before', { reachedAt: ago(60) }, 'rung-before'],
    ['rang before and is above now', { reachedAt: ago(60), ask: usd(101) }, 'above-target'],
    ['in pounds without a rate', { targetPrice: money(9000, 'GBP') }, 'no-rate'],
    ['$98 is £78.40, target £78.40', { targetPrice: money(7840, 'GBP'), rate: POUND }, 'ring'],
    ['$98 is £78.40, target £78.39', { targetPrice: money(7839, 'GBP'), rate: POUND }, 'above-target'],
    ['a rate of other currencies is none', { targetPrice: money(9000, 'EUR'), rate: POUND }, 'no-rate'],
  ])('%s', (_, given, expected) => {
    expect(told(decide(given))).toBe(expected);
  });

  test('the ring names the ask as it was read', () => {
    expect(decide({ targetPrice: money(9000, 'GBP'), rate: POUND })).toEqual({
      kind: 'ring',
      ask: usd(98),
      target: money(9000, 'GBP'),
    });
  });

  test('between two rings there is always an ask above, whatever the readings', () => {
    const seen = fc.option(fc.integer({ min: 90, max: 110 }), { nil: null });
    fc.assert(
      fc.property(fc.array(seen, { maxLength: 40 }), (asks) => {
        let reachedAt: Target['reachedAt'] = null;
        let aboveSince = true;
        for (const dollars of asks) {
          const ask = dollars === null ? null : usd(dollars);
          const decision = decide({ ask, reachedAt });
          if (dollars !== null && dollars > 100) aboveSince = true;
          expect(decision.kind === 'ring').toBe(dollars !== null && dollars <= 100 && aboveSince);
          if (decision.kind === 'ring') {
            reachedAt = NOON;
            aboveSince = false;
          } else if (decision.reason === 'above-target') reachedAt = null;
        }
      }),
      { seed: 1 },
    );
  });
});
