import { listRules } from '@/lib/db/repositories/repricing-rules';
import type { RepricingRuleRow } from '@/lib/db/repricing-rows';
import type { RuleSettings } from '@/lib/domain/repricing/rule';
import { checkText } from './check-pair';
import { checkMeaning } from './check-rule-settings';
import { CommandError, type CommandDeps } from './command-deps';
import { existingRule, logRule } from './existing-rule';
import { keepUndo, stampAfter } from './keep-undo';

export interface RuleToSave {
  /** null: a new one. */
  readonly ruleId: string | null;
  readonly name: string;
  /** A new one is off all the same: it is looked at before it is switched on. */
  readonly enabled: boolean;
  readonly settings: RuleSettings;
}

const LONGEST_NAME = 120;
const MOST = 500;

/**
 * Keeps a rule: a new one comes last in the order.
 *
 * @throws CommandError `bad-value` when the name or what it says makes no sense, `too-many`, `not-found`
 */
export async function saveRule(
  deps: CommandDeps,
  wish: RuleToSave,
): Promise<{ readonly ruleId: string; readonly undoId: string | null }> {
  const { db } = deps;
  const name = wish.name.trim();
  if (name === '') throw new CommandError('bad-value', 'A rule needs a name. Nothing was changed.');
  checkText('The name', name, LONGEST_NAME);
  checkMeaning(wish.settings);
  return db.transaction('rw', [db.repricingRules, db.activity, db.undos], async () => {
    const before = wish.ruleId === null ? null : await existingRule(deps, wish.ruleId);
    const after = before === null ? await newRule(deps, name, wish) : changedRule(deps, before, { ...wish, name });
    await db.repricingRules.put(after);
    await logRule(deps, 'rule/save', after, before === null ? 'Rule added' : 'Rule changed');
    const undoId = await keepUndo(deps, 'rules/save', [{ table: 'repricingRules', before, after }]);
    return { ruleId: after.id, undoId };
  });
}

async function newRule(deps: CommandDeps, name: string, { settings }: RuleToSave): Promise<RepricingRuleRow> {
  const others = await listRules(deps.db);
  if (others.length >= MOST) throw new CommandError('too-many', `At most ${MOST} rules are kept. Nothing was changed.`);
  const now = deps.now();
  const priority = 1 + Math.max(-1, ...others.map((rule) => rule.priority));
  return {
    id: deps.newId(),
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    name,
    enabled: false,
    priority,
    settings,
  };
}

function changedRule(
  deps: CommandDeps,
  before: RepricingRuleRow,
  { name, enabled, settings }: RuleToSave,
): RepricingRuleRow {
  return { ...before, name, enabled, settings, updatedAt: stampAfter(before.updatedAt, deps.now()) };
}
