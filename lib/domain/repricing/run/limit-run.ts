import type { Money } from '../../money/money';
import type { GuardSettings } from '../guard-settings';
import type { RunHistory } from '../plan-run';
import { line } from '../trail';
import { hold, isChange, isCorrection, isLowered, type ChangeDraft, type Draft } from './draft';

/**
 * Takes back what goes over the limits of a run, of a day, and of how much all prices together may fall in a day. What
 * lies below its floor comes first, then what was left alone longest. Whether anything was taken back.
 */
export function limitRun(drafts: readonly Draft[], guards: GuardSettings, history: RunHistory): boolean {
  const perDay = Math.max(0, guards.changesPerDay - history.changesToday);
  const budget = new LossBudget(guards.lossPerDay, history.loweredToday);
  const changing = drafts.filter(isChange);
  if (changing.length <= Math.min(perDay, guards.changesPerRun) && budget.takesAll(changing)) return false;
  let changes = 0;
  const waiting = inTurn(changing);
  for (const draft of waiting) {
    const { price } = draft.input.listing;
    if (changes >= guards.changesPerRun || changes >= perDay) {
      const ofRun = changes >= guards.changesPerRun;
      const facts = ofRun
        ? ({ limit: 'changes-per-run', most: guards.changesPerRun, used: changes } as const)
        : ({ limit: 'changes-per-day', most: guards.changesPerDay, used: history.changesToday + changes } as const);
      hold(draft, 'run-limit', line('run-limit', 'held', price, facts));
    } else if (budget.take(price, draft.decision.to)) {
      changes += 1;
    } else {
      const facts = { limit: 'loss-per-day', most: guards.lossPerDay?.minor ?? null, used: budget.used } as const;
      hold(draft, 'loss-budget', line('run-limit', 'held', price, facts));
    }
  }
  return changes < waiting.length;
}

function inTurn(drafts: readonly ChangeDraft[]): readonly ChangeDraft[] {
  return drafts
    .map((draft) => ({ draft, first: isCorrection(draft) ? 0 : 1, at: draft.input.listing.moves[0]?.at ?? 0 }))
    .toSorted((a, b) => a.first - b.first || a.at - b.at || compareIds(a.draft, b.draft))
    .map(({ draft }) => draft);
}

function compareIds(a: Draft, b: Draft): number {
  const [idA, idB] = [a.input.listing.id, b.input.listing.id];
  return idA < idB ? -1 : idA > idB ? 1 : 0;
}

/** How much asked prices may still fall today. Rises cost nothing and give nothing back. */
class LossBudget {
  used: number;

  constructor(
    private readonly most: Money | null,
    loweredToday: Money | null,
  ) {
    const comparable = most === null || loweredToday === null || most.currency === loweredToday.currency;
    this.used = comparable ? (loweredToday?.minor ?? 0) : Number.POSITIVE_INFINITY;
  }

  /** Whether there is no limit at all, so that nothing needs choosing. */
  takesAll(drafts: readonly ChangeDraft[]): boolean {
    return this.most === null || !drafts.some(isLowered);
  }

  /** Whether a move fits; if so, it is counted. */
  take(from: Money, to: Money): boolean {
    const loss = from.minor - to.minor;
    if (this.most === null || loss <= 0) return true;
    if (this.most.currency !== from.currency || this.used + loss > this.most.minor) return false;
    this.used += loss;
    return true;
  }
}
