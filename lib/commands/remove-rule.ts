import type { CommandDeps } from './command-deps';
import { existingRule, logRule } from './existing-rule';
import { keepUndo, stampAfter } from './keep-undo';

/**
 * Takes a rule away; it can be taken back. What it decided stays explained by it, so its row stays too.
 *
 * @throws CommandError `not-found`
 */
export async function removeRule(deps: CommandDeps, ruleId: string): Promise<{ readonly undoId: string | null }> {
  const { db } = deps;
  return db.transaction('rw', [db.repricingRules, db.activity, db.undos], async () => {
    const before = await existingRule(deps, ruleId);
    const now = deps.now();
    const after = { ...before, enabled: false, deletedAt: now, updatedAt: stampAfter(before.updatedAt, now) };
    await db.repricingRules.put(after);
    await logRule(deps, 'rule/remove', after, 'Rule deleted');
    return { undoId: await keepUndo(deps, 'rules/remove', [{ table: 'repricingRules', before, after }]) };
  });
}
