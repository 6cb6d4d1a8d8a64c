import { correctFees } from '@/lib/commands/correct-fees';
import { editExpenses, removeExpenses } from '@/lib/commands/edit-expenses';
import type { ExpenseDraft } from '@/lib/commands/expense-draft';
import { addReceipts, removeReceipt } from '@/lib/commands/receipts';
import { saveExpenses } from '@/lib/commands/save-expenses';
import { saveRecurring, stopRecurring, type RecurringDraft } from '@/lib/commands/save-recurring';
import type { RecurringDeps } from '@/lib/commands/write-due-expenses';
import { money, type Money } from '@/lib/domain/money/money';
import { instant, type CalendarDate } from '@/lib/domain/time/instant';
import type { MessageInput } from '@/lib/messaging/protocol';
import type { MessageHandlers } from '@/lib/messaging/server';
import { attempt, commandDeps, currencyOf, flat } from './attempt';
import type { DeskParts } from './ports';

/** Money spent. */
export function expenseHandlers({ ground, stored, repricing }: Pick<DeskParts, 'ground' | 'stored' | 'repricing'>) {
  const deps = commandDeps(ground);
  const answer = async <T extends object>(run: () => Promise<T>) => flat(await attempt(ground, run));
  return {
    'expenses/save': ({ id, drafts, receipts }) =>
      answer(async () => {
        const displayCurrency = await stored.get('displayCurrency');
        const wish = { id, drafts: drafts.map(draftOf), receipts, displayCurrency };
        const { ids, undoId } = await saveExpenses(deps, wish);
        return { ids: [...ids], undoId };
      }),
    'expenses/edit': ({ ids, changes: { category, supplier } }) =>
      answer(() =>
        editExpenses(deps, ids, {
          ...(category === undefined ? {} : { category }),
          ...(supplier === undefined ? {} : { supplier }),
        }),
      ),
    'expenses/remove': ({ ids }) => answer(() => removeExpenses(deps, ids)),
    'receipts/add': ({ expenseId, receipts }) => answer(() => addReceipts(deps, expenseId, receipts)),
    'receipts/remove': ({ id }) => answer(() => removeReceipt(deps, id)),
    'recurring/save': ({ id, draft }) =>
      answer(async () =>
        saveRecurring(await recurringDeps({ ground, stored, repricing }), { id, draft: recurringOf(draft) }),
      ),
    'recurring/stop': ({ id }) =>
      answer(async () => stopRecurring(await recurringDeps({ ground, stored, repricing }), id)),
    'fees/correct': ({ validFrom, commissionBasisPoints, sellerFee, source }) =>
      answer(async () =>
        correctFees(deps, await stored.get('feeProfile'), {
          validFrom: instant(validFrom),
          basisPoints: commissionBasisPoints,
          fixed: amountOf(sellerFee),
          source,
        }),
      ),
  } satisfies Partial<MessageHandlers>;
}

/** What recurring expenses are written down with: the seller's own clock and currency. */
export async function recurringDeps({
  ground,
  stored,
  repricing,
}: Pick<DeskParts, 'ground' | 'stored' | 'repricing'>): Promise<RecurringDeps> {
  const displayCurrency = await stored.get('displayCurrency');
  return { ...commandDeps(ground), offsetAt: repricing.offsetAt, displayCurrency };
}

type Draft = MessageInput<'expenses/save'>['drafts'][number];

/** @throws CommandError `unknown-currency` */
function draftOf({ amount, tax, spentAt, ...rest }: Draft): ExpenseDraft {
  return { ...rest, amount: amountOf(amount), tax: tax === null ? null : amountOf(tax), spentAt: instant(spentAt) };
}

/** @throws CommandError `unknown-currency` */
function recurringOf({
  amount,
  tax,
  startsOn,
  endsOn,
  ...rest
}: MessageInput<'recurring/save'>['draft']): RecurringDraft {
  return {
    ...rest,
    amount: amountOf(amount),
    tax: tax === null ? null : amountOf(tax),
    startsOn: startsOn as CalendarDate,
    endsOn: endsOn as CalendarDate | null,
  };
}

/** @throws CommandError `unknown-currency` */
function amountOf({ minor, currency }: { readonly minor: number; readonly currency: string }): Money {
  return money(minor, currencyOf(currency));
}
