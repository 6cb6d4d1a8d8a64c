import type { DecisionInput, HoldReason, ListingDecision } from '@/lib/domain/repricing/decision';
import type { GuardSettings } from '@/lib/domain/repricing/guard-settings';
import { planRun, type BreakerReason } from '@/lib/domain/repricing/plan-run';
import type { RuleSettings } from '@/lib/domain/repricing/rule';
import { MINUTE_MS, type Instant } from '@/lib/domain/time/instant';
import type { OffsetAt } from '@/lib/domain/time/period';
import type { PreviewGround } from '@/lib/queries/rule-preview';

/** A rule as it stands in the editor. */
export interface EditedRule {
  /** null: a new one, which comes last. */
  readonly id: string | null;
  readonly name: string;
  readonly settings: RuleSettings;
}

export interface RulePreview {
  /** Listings that this rule decides about. */
  readonly decided: number;
  readonly changes: readonly ListingDecision[];
  /** The most frequent reason first. */
  readonly holds: readonly { readonly reason: HoldReason; readonly count: number }[];
  /** Listings that other rules decide about, or none. */
  readonly others: number;
  readonly stopped: BreakerReason | null;
}

const EDITED = 'edited';
const LAST = Number.MAX_SAFE_INTEGER;

/**
 * What a run would do now with this rule switched on, on prices however old they are: a run reads those that are too old
 * anew before it decides.
 */
export function planPreview(
  { items, rules, history }: PreviewGround,
  edited: EditedRule,
  guards: GuardSettings,
  now: Instant,
  offsetAt: OffsetAt,
): RulePreview {
  const id = edited.id ?? EDITED;
  const priority = rules.find((rule) => rule.id === id)?.priority ?? LAST;
  const plan = planRun({
    items: items.map(asIfFresh(now)),
    rules: [
      ...rules.filter((rule) => rule.enabled && rule.id !== id),
      { id, name: edited.name, enabled: true, priority, settings: edited.settings },
    ],
    guards,
    history,
    utcOffsetMinutes: offsetAt(now) / MINUTE_MS,
    now,
  });
  const own = plan.decisions.filter(({ ruleId }) => ruleId === id);
  const reasons = new Map<HoldReason, number>();
  for (const { decision } of own)
    if (decision.kind === 'hold') reasons.set(decision.reason, (reasons.get(decision.reason) ?? 0) + 1);
  return {
    decided: own.length,
    changes: own.filter(({ decision }) => decision.kind === 'change'),
    holds: [...reasons].map(([reason, count]) => ({ reason, count })).toSorted((a, b) => b.count - a.count),
    others: plan.decisions.length - own.length,
    stopped: plan.stopped,
  };
}

/** As a run would find it: read a moment ago. What was never read stays so. */
function asIfFresh(now: Instant) {
  return (item: DecisionInput): DecisionInput => {
    const { market } = item;
    if (market.readAt === null) return item;
    const salesReadAt = market.salesReadAt === null ? null : now;
    return { ...item, market: { ...market, readAt: now, salesReadAt } };
  };
}
