import type { PayoutRow } from '@/lib/db/money-rows';
import type { Money } from '@/lib/domain/money/money';
import type { Instant } from '@/lib/domain/time/instant';
import type { SalePlatform } from '@/lib/domain/sales/sale';
import { bankChanges, logBank } from './bank-changes';
import { checkAmount, checkPast, checkText } from './check-pair';
import { CommandError, type CommandDeps } from './command-deps';
import { keepUndo } from './keep-undo';

export interface PayoutDraft {
  readonly platform: SalePlatform;
  /** The platform's number of it; empty: one of ours. */
  readonly ref: string;
  readonly paidAt: Instant;
  readonly amount: Money;
  readonly note: string;
}

/**
 * Writes down a payout that no file told of.
 *
 * @throws CommandError `bad-value`; `not-allowed` when the platform's number of it is in the books
 */
export async function addPayout(
  deps: CommandDeps,
  draft: PayoutDraft,
): Promise<{ readonly id: string; readonly undoId: string | null }> {
  const { db } = deps;
  if (draft.amount.minor <= 0) throw new CommandError('bad-value', 'A payout is above zero. Nothing was changed.');
  checkAmount('The payout', draft.amount);
  checkText('The number', draft.ref, 100);
  checkText('The note', draft.note, 500);
  checkPast('payout', draft.paidAt, deps.now());
  return db.transaction('rw', [db.payouts, db.activity, db.undos], async () => {
    const changes = bankChanges(deps);
    const id = deps.newId();
    const now = deps.now();
    const ref = draft.ref.trim() || `own:${id}`;
    if ((await db.payouts.where('[platform+ref]').equals([draft.platform, ref]).count()) > 0)
      throw new CommandError('not-allowed', 'A payout with that number is in the books already. Nothing was changed.');
    const row: PayoutRow = {
      ...draft,
      note: draft.note.trim(),
      ref,
      id,
      createdAt: now,
      updatedAt: now,
      bankLineId: null,
      importId: null,
      fx: null,
    };
    await changes.put('payouts', null, row);
    await logBank(deps, { kind: 'payout/add', summary: 'Payout added', facts: { platform: draft.platform } });
    return { id, undoId: await keepUndo(deps, 'payout/add', changes.list()) };
  });
}

/**
 * Takes a payout out of the books that no line is matched with. Sales it paid stay paid, by no payout.
 *
 * @throws CommandError `not-found`, `not-allowed`
 */
export async function removePayout(deps: CommandDeps, id: string): Promise<{ readonly undoId: string | null }> {
  const { db } = deps;
  return db.transaction('rw', [db.payouts, db.sales, db.activity, db.undos], async () => {
    const changes = bankChanges(deps);
    const payout = await db.payouts.get(id);
    if (payout === undefined)
      throw new CommandError('not-found', 'That payout is no longer in the books. Nothing was changed.');
    if (payout.bankLineId !== null)
      throw new CommandError('not-allowed', 'A bank line is matched with it: part them first. Nothing was changed.');
    for (const sale of await db.sales.where('paid.payoutId').equals(id).toArray())
      await changes.put('sales', sale, { ...sale, paid: { at: sale.paid?.at ?? payout.paidAt, payoutId: null } });
    await changes.remove('payouts', payout);
    await logBank(deps, { kind: 'payout/remove', summary: 'Payout removed', facts: { platform: payout.platform } });
    return { undoId: await keepUndo(deps, 'payout/remove', changes.list()) };
  });
}
