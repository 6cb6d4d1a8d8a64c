import type { ArchvdDatabase } from '@/lib/db/database';
import { listRules } from '@/lib/db/repositories/repricing-rules';
import type { RepricingRuleRow } from '@/lib/db/repricing-rows';

/** The seller's rules, on or off, the one that decides first first; those that were removed are left out. */
export function readRules(db: ArchvdDatabase): Promise<readonly RepricingRuleRow[]> {
  return listRules(db);
}
