import { inCurrency, type FxRate } from '../money/fx';
import type { Money } from '../money/money';
import { ageOf, MINUTE_MS, type Instant } from '../time/instant';

/** What is waited for. */
export interface Target {
  /** null: watched without one. */
  readonly targetPrice: Money | null;
  /** When it rang; null: armed. */
  readonly reachedAt: Instant | null;
}

/** The lowest ask as it was read. */
export interface SeenAsk {
  /** null: nobody asks, or it could not be read. */
  readonly ask: Money | null;
  readonly readAt: Instant | null;
  /** Joins the ask's currency and the target's, when they differ; null: none is known. */
  readonly rate: FxRate | null;
}

export type TargetHold = 'no-target' | 'unknown-ask' | 'stale' | 'no-rate' | 'above-target' | 'rung-before';

export type TargetDecision =
  | { readonly kind: 'ring'; readonly ask: Money; readonly target: Money }
  /** `above-target` arms a target that rang before. */
  | { readonly kind: 'hold'; readonly reason: TargetHold };

/** An ask older than this may be gone: nobody is called for it. */
const USE_BY_MS = 20 * MINUTE_MS;

/**
 * Whether a target has been reached: rings once when a fresh ask is at or below it, and again only after the ask was
 * above it in between. What is not known is no reason to ring, nor to be armed again.
 *
 * @example target $100, ask $98 read a minute ago, armed: ring; the same at the next reading: hold, `rung-before`
 */
export function decideTarget(item: Target, quote: SeenAsk, now: Instant): TargetDecision {
  const { targetPrice, reachedAt } = item;
  const { ask, readAt, rate } = quote;
  if (targetPrice === null) return hold('no-target');
  if (ask === null) return hold('unknown-ask');
  if (ageOf(readAt, now) > USE_BY_MS) return hold('stale');
  const here = inCurrency(ask, targetPrice.currency, rate, 'half-even');
  if (here === null) return hold('no-rate');
  if (here.minor > targetPrice.minor) return hold('above-target');
  return reachedAt === null ? { kind: 'ring', ask, target: targetPrice } : hold('rung-before');
}

function hold(reason: TargetHold): TargetDecision {
  return { kind: 'hold', reason };
}
