import type { RecurringExpenseRow } from '@/lib/db/money-rows';
import { dayFrom } from '@/lib/domain/expenses/due-expenses';
import { calendarDate, DAY_MS, instant, type CalendarDate } from '@/lib/domain/time/instant';
import { localDate } from '@/lib/domain/time/local-date';
import { CommandError } from './command-deps';
import { checkSpent, checkWords } from './expense-draft';
import { keepUndo, stampAfter } from './keep-undo';
import { writeDue, type RecurringDeps } from './write-due-expenses';

/** A recurring expense as it is told. */
export type RecurringDraft = Pick<
  RecurringExpenseRow,
  'category' | 'amount' | 'tax' | 'supplier' | 'note' | 'every' | 'startsOn' | 'endsOn'
>;

/** Nobody writes down rent from before; it also bounds what is written at once. */
const EARLIEST: CalendarDate = '2000-01-01';

/**
 * Keeps a recurring expense, or changes one, and writes down at once what fell due of it. What it made before stays as it
 * is: a change counts from the next day on.
 *
 * @throws CommandError `bad-value`, `not-found`
 * @example $29.99 monthly from 31 January, saved on 2 March: written for 31 January and 28 February, next on 31 March
 */
export async function saveRecurring(
  deps: RecurringDeps,
  wish: { readonly id: string | null; readonly draft: RecurringDraft },
): Promise<{ readonly id: string; readonly made: number; readonly undoId: string | null }> {
  const { db } = deps;
  const draft = checkedRecurring(wish.draft);
  const tables = [db.expenses, db.recurringExpenses, db.fxRates, db.activity, db.undos];
  return db.transaction('rw', tables, async () => {
    const before = wish.id === null ? null : await existingRecurring(deps, wish.id);
    const now = deps.now();
    const kept = before ?? { id: deps.newId(), createdAt: now };
    const updatedAt = before === null ? now : stampAfter(before.updatedAt, now);
    const from = before === null ? draft.startsOn : await dayAfterLast(deps, before.id, draft.startsOn);
    const nextOn = dayFrom(draft, from);
    const { recurring, made } = await writeDue(deps, { ...kept, ...draft, updatedAt, deletedAt: null, nextOn });
    await db.recurringExpenses.put(recurring);
    const undoId = await keepUndo(deps, 'recurring/save', [
      { table: 'recurringExpenses', before, after: recurring },
      ...made.map((after) => ({ table: 'expenses' as const, before: null, after })),
    ]);
    return { id: recurring.id, made: made.length, undoId };
  });
}

/**
 * Ends a recurring expense as of today. What it made stays.
 *
 * @throws CommandError `not-found`
 */
export async function stopRecurring(deps: RecurringDeps, id: string): Promise<{ readonly undoId: string | null }> {
  const { db } = deps;
  const tables = [db.expenses, db.recurringExpenses, db.fxRates, db.activity, db.undos];
  return db.transaction('rw', tables, async () => {
    const before = await existingRecurring(deps, id);
    if (before.nextOn === null) return { undoId: null };
    // What fell due while nobody looked is still owed.
    const { recurring } = await writeDue(deps, before);
    const today = localDate(deps.now(), deps.offsetAt);
    const endsOn = before.endsOn !== null && before.endsOn < today ? before.endsOn : today;
    const after = { ...recurring, endsOn, nextOn: null, updatedAt: stampAfter(recurring.updatedAt, deps.now()) };
    await db.recurringExpenses.put(after);
    return { undoId: await keepUndo(deps, 'recurring/stop', [{ table: 'recurringExpenses', before, after }]) };
  });
}

/** @throws CommandError `bad-value` */
function checkedRecurring(draft: RecurringDraft): RecurringDraft {
  checkSpent(draft.amount, draft.tax);
  checkWords(draft);
  for (const day of [draft.startsOn, draft.endsOn]) {
    if (day !== null && !isDay(day))
      throw new CommandError('bad-value', `${day} is no day of the calendar. Nothing was changed.`);
  }
  if (draft.startsOn < EARLIEST)
    throw new CommandError('bad-value', 'It cannot have begun before 2000. Nothing was changed.');
  if (draft.endsOn !== null && draft.endsOn < draft.startsOn)
    throw new CommandError('bad-value', 'It ends before it begins. Nothing was changed.');
  return { ...draft, supplier: draft.supplier.trim(), note: draft.note.trim() };
}

/** `Date` takes 31 February for a day of March. */
function isDay(day: CalendarDate): boolean {
  const ms = Date.parse(`${day}T00:00:00Z`);
  return calendarDate(day) === day && !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day);
}

/** The day after the last one that was written: days that were written, and those taken out again, do not come anew. */
async function dayAfterLast({ db }: RecurringDeps, id: string, startsOn: CalendarDate): Promise<CalendarDate> {
  const made = await db.expenses.where('recurringId').equals(id).primaryKeys();
  const last = made
    .map((key) => key.slice(-10))
    .toSorted()
    .at(-1);
  if (last === undefined || last < startsOn) return startsOn;
  return localDate(instant(Date.parse(last) + DAY_MS), () => 0);
}

async function existingRecurring({ db }: RecurringDeps, id: string): Promise<RecurringExpenseRow> {
  const row = await db.recurringExpenses.get(id);
  if (row === undefined || row.deletedAt !== null)
    throw new CommandError('not-found', 'That recurring expense is no longer there. Nothing was changed.');
  return row;
}
