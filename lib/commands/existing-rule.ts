import { appendActivity } from '@/lib/db/repositories/activity';
import type { RepricingRuleRow } from '@/lib/db/repricing-rows';
import { CommandError, type CommandDeps } from './command-deps';

/** @throws CommandError `not-found` */
export async function existingRule({ db }: CommandDeps, id: string): Promise<RepricingRuleRow> {
  const rule = await db.repricingRules.get(id);
  if (rule === undefined || rule.deletedAt !== null)
    throw new CommandError('not-found', 'That rule is no longer there. Nothing was changed.');
  return rule;
}

/** Tells the activity log what a person did to a rule. In the transaction of the command, which must span `activity`. */
export async function logRule(deps: CommandDeps, kind: string, rule: RepricingRuleRow, what: string): Promise<void> {
  await appendActivity(deps.db, {
    id: deps.newId(),
    at: deps.now(),
    kind,
    by: 'user',
    entity: { table: 'repricingRules', id: rule.id },
    summary: `${what}: ${rule.name}`,
    facts: { enabled: rule.enabled, priority: rule.priority },
  });
}
