import type { ExpenseDetail } from '@/lib/queries/expense-detail';
import type { MessageInput } from '@/lib/messaging/protocol';
import { ask } from '../bridge/ask';
import { offerUndo } from '../bridge/offer-undo';
import { toastProblem } from '../ui/toast';

type Changing =
  | 'expenses/save'
  | 'expenses/edit'
  | 'expenses/remove'
  | 'receipts/add'
  | 'receipts/remove'
  | 'recurring/save'
  | 'recurring/stop';

/** An expense as the queries give it. */
export type ExpenseRowLike = ExpenseDetail['expense'];

type Draft = MessageInput<'expenses/save'>['drafts'][number];

/**
 * Asks for a change of expenses, says what was done with the way back, or why it was refused.
 *
 * @returns what is wrong, in words; null: it was done
 */
export async function tryChange<N extends Changing>(
  name: N,
  input: MessageInput<N>,
  said: string,
): Promise<string | null> {
  const asked = await ask(name, input);
  if (!asked.ok) return asked.message;
  const answer = asked.value as { readonly ok: boolean; readonly undoId?: string | null };
  if (answer.ok) offerUndo(said, answer.undoId ?? null);
  return null;
}

/** The same where no form is open that could show a refusal. @returns whether it was done */
export async function change<N extends Changing>(name: N, input: MessageInput<N>, said: string): Promise<boolean> {
  const problem = await tryChange(name, input, said);
  if (problem !== null) toastProblem(problem);
  return problem === null;
}

/** Everything a message says of an expense that is there already. */
export function inputOf(expense: ExpenseRowLike): Draft {
  const { category, amount, tax, spentAt, supplier, note, pairIds, split, mileage } = expense;
  return { category, amount, tax, spentAt, supplier, note, pairIds: [...pairIds], split, mileage };
}
