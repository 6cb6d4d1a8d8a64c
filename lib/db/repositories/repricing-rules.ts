import type { ArchvdDatabase } from '../database';
import type { RepricingRuleRow } from '../repricing-rows';

/** The seller's rules, on or off, the one that decides first first; those that were removed are left out. */
export async function listRules(db: ArchvdDatabase): Promise<readonly RepricingRuleRow[]> {
  const rules = await db.repricingRules.toArray();
  return rules
    .filter(({ deletedAt }) => deletedAt === null)
    .toSorted((a, b) => a.priority - b.priority || (a.id < b.id ? -1 : 1));
}

/**
 * Tells one state of the rules that are on from any other; also from one that a rule was taken back to, since such a
 * rule has its older stamp again.
 *
 * @example two rules that are on: `r1@1772452800000 r2@1772452800001`
 */
export function rulesMark(rules: readonly RepricingRuleRow[]): string {
  return rules
    .filter(({ enabled }) => enabled)
    .map(({ id, updatedAt }) => `${id}@${updatedAt}`)
    .join(' ');
}
