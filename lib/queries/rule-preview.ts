import type { ArchvdDatabase } from '@/lib/db/database';
import { runHistory } from '@/lib/db/repositories/repricing-runs';
import type { DecisionInput } from '@/lib/domain/repricing/decision';
import type { RunHistory } from '@/lib/domain/repricing/plan-run';
import type { RepricingRule } from '@/lib/domain/repricing/rule';
import { readDecisionInputs } from './decision-inputs';
import { readRules } from './rules';
import type { Valuation } from './valuation';

/** What a page plans a run from, without anything being read anew or sent. */
export interface PreviewGround {
  readonly items: readonly DecisionInput[];
  readonly rules: readonly RepricingRule[];
  readonly history: RunHistory;
}

export async function previewGround(db: ArchvdDatabase, valuation: Valuation): Promise<PreviewGround> {
  const { now, profile, regionId } = valuation;
  const [items, rules, history] = await Promise.all([
    readDecisionInputs(db, { now, profile, regionId }),
    readRules(db),
    runHistory(db, now),
  ]);
  return { items, rules, history };
}
