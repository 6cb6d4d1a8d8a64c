import type { CommandDeps } from './command-deps';
import { checkMeaning } from './check-rule-settings';
import { existingRule, logRule } from './existing-rule';
import { keepUndo, stampAfter } from './keep-undo';

/**
 * Switches a rule on or off. One that makes no sense is not switched on, however it came into the books.
 *
 * @throws CommandError `not-found`, `bad-value`
 */
export async function enableRule(
  deps: CommandDeps,
  ruleId: string,
  enabled: boolean,
): Promise<{ readonly undoId: string | null }> {
  const { db } = deps;
  return db.transaction('rw', [db.repricingRules, db.activity, db.undos], async () => {
    const before = await existingRule(deps, ruleId);
    if (before.enabled === enabled) return { undoId: null };
    if (enabled) checkMeaning(before.settings);
    const after = { ...before, enabled, updatedAt: stampAfter(before.updatedAt, deps.now()) };
    await db.repricingRules.put(after);
    await logRule(deps, 'rule/enable', after, enabled ? 'Rule switched on' : 'Rule switched off');
    return { undoId: await keepUndo(deps, 'rules/enable', [{ table: 'repricingRules', before, after }]) };
  });
}
