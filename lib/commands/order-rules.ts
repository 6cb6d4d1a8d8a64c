import { listRules } from '@/lib/db/repositories/repricing-rules';
import { CommandError, type CommandDeps } from './command-deps';
import { keepUndo, stampAfter } from './keep-undo';

/**
 * Puts the rules into a new order, the one that decides first first. All of them must be named: an order that somebody
 * made on an older list would put the others anywhere.
 *
 * @throws CommandError `bad-value` when the rules are other ones by now
 */
export async function orderRules(
  deps: CommandDeps,
  ruleIds: readonly string[],
): Promise<{ readonly undoId: string | null }> {
  const { db } = deps;
  return db.transaction('rw', [db.repricingRules, db.undos], async () => {
    const rules = new Map((await listRules(db)).map((rule) => [rule.id, rule]));
    const isWhole = new Set(ruleIds).size === rules.size && ruleIds.length === rules.size;
    const wanted = ruleIds.map((id) => rules.get(id));
    if (!isWhole || wanted.includes(undefined))
      throw new CommandError('bad-value', 'The rules have changed meanwhile. Nothing was changed; order them again.');
    const now = deps.now();
    const moved = wanted.flatMap((before, priority) => {
      if (before === undefined || before.priority === priority) return [];
      return [{ before, after: { ...before, priority, updatedAt: stampAfter(before.updatedAt, now) } }];
    });
    await db.repricingRules.bulkPut(moved.map(({ after }) => after));
    const changes = moved.map((change) => ({ table: 'repricingRules' as const, ...change }));
    return { undoId: await keepUndo(deps, 'rules/order', changes) };
  });
}
