import type { ChangeReason, Decision, DecisionInput, HoldReason } from './decision';
import { decidePrice } from './decide-price';
import { makeGuards, makeInput, makeRule, NOW, usd, type MadeInput } from './fake-decision';
import type { GuardSettings } from './guard-settings';
import { planRun, type RunInput } from './plan-run';
import type { RuleSettings } from './rule';

/** One decision by one rule; what a test does not say is as `fake-decision` makes it. */
export function decide(
  made: MadeInput = {},
  settings: Partial<RuleSettings> = {},
  guards: Partial<GuardSettings> = {},
): Decision {
  return decidePrice(makeInput(made), makeRule(settings), makeGuards(guards), 0);
}

export const changeTo = (dollars: number, reason: ChangeReason = 'strategy') => ({
  kind: 'change',
  to: usd(dollars),
  reason,
});

export const heldFor = (reason: HoldReason) => ({ kind: 'hold', reason });

/** A run of one rule over these, without a breaker. */
export function plan(
  items: readonly DecisionInput[],
  run: Partial<RunInput> = {},
  guards: Partial<GuardSettings> = {},
): ReturnType<typeof planRun> {
  return planRun({
    items,
    rules: [makeRule()],
    guards: makeGuards({ breakerMoves: 1000, ...guards }),
    history: { changesToday: 0, loweredToday: null },
    utcOffsetMinutes: 0,
    now: NOW,
    ...run,
  });
}

/** Listings of so many products, one each. */
export function makeItems(count: number, made: (nth: number) => MadeInput = () => ({})): DecisionInput[] {
  return Array.from({ length: count }, (_, nth) => {
    const { listing, ...rest } = made(nth);
    return makeInput({ ...rest, listing: { id: `listing-${nth}`, catalogId: `product-${nth}`, ...listing } });
  });
}

/** The new price in dollars, or why it stays. */
export const told = (decision: Decision) => (decision.kind === 'change' ? decision.to.minor / 100 : decision.reason);

export const outcomes = (...given: Parameters<typeof plan>) =>
  plan(...given).decisions.map(({ decision }) => told(decision));
