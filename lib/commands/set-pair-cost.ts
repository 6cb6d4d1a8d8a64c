import { appendActivity } from '@/lib/db/repositories/activity';
import type { Money } from '@/lib/domain/money/money';
import { checkAmount } from './check-pair';
import { CommandError, type CommandDeps } from './command-deps';
import { stampAfter } from './keep-undo';

/**
 * Sets what a pair cost; null makes it unknown again.
 *
 * @returns the cost before, which undo sends back
 * @throws CommandError `not-found`, or `bad-value` for an amount no pair costs
 */
export async function setPairCost(deps: CommandDeps, pairId: string, cost: Money | null): Promise<Money | null> {
  const { db } = deps;
  const now = deps.now();
  checkAmount('The cost', cost);
  return db.transaction('rw', [db.inventory, db.activity], async () => {
    const pair = await db.inventory.get(pairId);
    if (pair === undefined)
      throw new CommandError('not-found', 'That pair is no longer in the books. Nothing was changed.');
    await db.inventory.put({ ...pair, cost, updatedAt: stampAfter(pair.updatedAt, now) });
    await appendActivity(db, {
      id: deps.newId(),
      at: now,
      kind: 'pair/cost',
      by: 'user',
      entity: { table: 'inventory', id: pairId },
      summary: cost === null ? 'Cost set to unknown' : 'Cost set',
      facts: { minor: cost?.minor ?? null, currency: cost?.currency ?? null, before: pair.cost?.minor ?? null },
    });
    return pair.cost;
  });
}
