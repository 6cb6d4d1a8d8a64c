import type { ArchvdDatabase } from '@/lib/db/database';
import type { RepricingRuleRow } from '@/lib/db/selling-rows';

/** The seller's rules, the one that decides first first; those that were removed are left out. */
export async function readRules(db: ArchvdDatabase): Promise<readonly RepricingRuleRow[]> {
  const rules = await db.repricingRules.orderBy('priority').toArray();
  return rules
    .filter((rule) => rule.deletedAt === null)
    .toSorted((a, b) => a.priority - b.priority || (a.id < b.id ? -1 : 1));
}
