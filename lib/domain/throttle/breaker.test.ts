import { describe, expect, test } from 'vitest';
import { instant } from '../time/instant';
import { applyFailure, beginTrial, breakerPosition } from './breaker';
import { freshBudget } from './bucket';
import { makeLimits } from './make-limits';

const T0 = instant(1_760_000_000_000);
const at = (ms: number) => instant(T0 + ms);
const limits = makeLimits();

function afterFailures(...failures: readonly (readonly [string, number])[]) {
  return failures.reduce(
    (state, [subject, ms]) => applyFailure(state, at(ms), limits, subject),
    freshBudget(T0, limits),
  );
}

describe('breaker', () => {
  test('one unknown product failing fifty times leaves it closed', () => {
    const state = afterFailures(...Array.from({ length: 50 }, (_, n) => ['dunk-low', n] as const));
    expect(breakerPosition(state, at(60), limits)).toEqual({ kind: 'closed' });
  });

  test('five distinct failures open it for a minute, then one may try', () => {
    const state = afterFailures(['a', 0], ['b', 1], ['c', 2], ['d', 3], ['e', 4]);
    expect(breakerPosition(state, at(5), limits)).toEqual({ kind: 'open', until: at(60_004) });
    expect(breakerPosition(state, at(60_004), limits)).toEqual({ kind: 'half-open' });
  });

  test('failures outside the window are forgotten', () => {
    const state = afterFailures(['a', 0], ['b', 1], ['c', 2], ['d', 3], ['e', 120_003]);
    expect(state.failures.map((failure) => failure.subject)).toEqual(['e']);
    expect(state.openUntil).toBeNull();
  });

  test('while a trial is under way nobody else goes; a failed trial opens it again', () => {
    const open = afterFailures(['a', 0], ['b', 0], ['c', 0], ['d', 0], ['e', 0]);
    const trial = beginTrial(open, at(60_000), limits);
    expect(breakerPosition(trial, at(60_001), limits).kind).toBe('open');
    const failed = applyFailure(trial, at(61_000), limits, 'a');
    expect(breakerPosition(failed, at(61_001), limits)).toEqual({ kind: 'open', until: at(121_000) });
  });

  test('a clock that went back keeps it open for one period at most', () => {
    const open = afterFailures(['a', 0], ['b', 0], ['c', 0], ['d', 0], ['e', 0]);
    expect(breakerPosition(open, at(-9_000_000), limits)).toEqual({ kind: 'open', until: at(-9_000_000 + 60_000) });
  });
});
