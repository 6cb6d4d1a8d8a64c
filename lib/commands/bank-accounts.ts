import type { BankAccountRow } from '@/lib/db/bank-rows';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { bankChanges, logBank, type BankChanges } from './bank-changes';
import { checkText } from './check-pair';
import { CommandError, type CommandDeps } from './command-deps';
import { keepUndo } from './keep-undo';

export interface AccountDraft {
  readonly name: string;
  /** As its statements name it; empty: they name none. */
  readonly number: string;
  readonly currency: CurrencyCode;
}

/**
 * Keeps an account, a new one or under another name. The currency of one that has lines stays.
 *
 * @throws CommandError `not-found`, `bad-value`
 */
export async function saveBankAccount(
  deps: CommandDeps,
  id: string | null,
  draft: AccountDraft,
): Promise<{ readonly id: string; readonly undoId: string | null }> {
  const { db } = deps;
  return db.transaction('rw', [db.bankAccounts, db.bankLines, db.activity, db.undos], async () => {
    const changes = bankChanges(deps);
    const saved = id === null ? await addAccount(deps, changes, draft) : await changeAccount(deps, changes, id, draft);
    await logBank(deps, { kind: 'bank/account', summary: 'Bank account kept' });
    return { id: saved.id, undoId: await keepUndo(deps, 'bank/account', changes.list()) };
  });
}

/** In the transaction of another command. */
export async function addAccount(
  deps: CommandDeps,
  changes: BankChanges,
  draft: AccountDraft,
): Promise<BankAccountRow> {
  const now = deps.now();
  const told = checked(draft);
  return changes.put('bankAccounts', null, {
    id: deps.newId(),
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    ...told,
  });
}

async function changeAccount(deps: CommandDeps, changes: BankChanges, id: string, draft: AccountDraft) {
  const before = await existingAccount(deps, id);
  const lines = await deps.db.bankLines.where('[accountId+bookedOn]').between([id, ''], [id, '\uffff']).count();
  if (lines > 0 && before.currency !== draft.currency)
    throw new CommandError('bad-value', 'An account with lines stays in its currency. Nothing was changed.');
  return changes.put('bankAccounts', before, { ...before, ...checked(draft) });
}

/** @throws CommandError `not-found` */
export async function existingAccount({ db }: CommandDeps, id: string): Promise<BankAccountRow> {
  const account = await db.bankAccounts.get(id);
  if (account === undefined || account.deletedAt !== null)
    throw new CommandError('not-found', 'That account is no longer in the books. Nothing was changed.');
  return account;
}

/** Takes an account off the list. Its lines stay in the books, unseen, and what they were matched with stays paid. */
export async function removeBankAccount(deps: CommandDeps, id: string): Promise<{ readonly undoId: string | null }> {
  const { db } = deps;
  return db.transaction('rw', [db.bankAccounts, db.activity, db.undos], async () => {
    const changes = bankChanges(deps);
    const before = await existingAccount(deps, id);
    await changes.put('bankAccounts', before, { ...before, deletedAt: deps.now() });
    await logBank(deps, { kind: 'bank/account', summary: 'Bank account removed' });
    return { undoId: await keepUndo(deps, 'bank/account', changes.list()) };
  });
}

function checked({ name, number, currency }: AccountDraft): AccountDraft {
  const told = { name: name.trim(), number: number.trim(), currency };
  if (told.name === '') throw new CommandError('bad-value', 'An account needs a name. Nothing was changed.');
  checkText('The name', told.name, 100);
  checkText('The number', told.number, 64);
  return told;
}
