import { EXPENSE_CATEGORIES, type ExpenseCategory } from '@/lib/domain/expenses/expense';
import type { Money } from '@/lib/domain/money/money';
import { absolute } from './absolute';
import { amountOf, amountOrNull, CellProblem, dateOf } from './cells';
import type { Format, RowOutcome } from './format';
import { ContentKeys, shortKey } from './make-sale';
import { currencyAt, firstPlain, getter } from './own-tables';

/** Expenses: each row was spent, whichever sign it is written with. */
export const OWN_EXPENSES: Format = {
  id: 'own-expenses',
  matches: () => false,
  open(header, context, choice) {
    const get = getter(header, choice);
    const keys = new ContentKeys();
    return {
      *row({ line, cells }): Generator<RowOutcome> {
        const day = get('boughtAt', cells) || get('soldAt', cells);
        const spentAt = dateOf(day, context);
        const text = get('amount', cells) || get('cost', cells) || get('price', cells);
        if (text === '') throw new CellProblem('no-price', get('note', cells));
        const amount = expenseAmount(amountOf(text, currencyAt(get, cells), context));
        const note = get('note', cells) || get('name', cells);
        const supplier = get('supplier', cells);
        const ref = get('orderNumber', cells);
        const content = [spentAt, amount.minor, amount.currency, supplier, note, get('category', cells)];
        const tax = absolute(amountOrNull(get('tax', cells), amount.currency, context));
        const category = categoryOf(get('category', cells), `${note} ${supplier}`);
        yield {
          kind: 'expense',
          entry: {
            line,
            ref: shortKey(`own:${ref === '' ? keys.of(content) : firstPlain(keys, ref)}`),
            category,
            amount,
            tax,
            spentAt,
            supplier,
            note,
          },
        };
      },
      *end() {},
    };
  },
};

/** Some lists write what was spent below zero; a list of expenses tells what was spent. */
function expenseAmount(amount: Money): Money {
  return absolute(amount) ?? amount;
}

const CATEGORIES: readonly (readonly [RegExp, ExpenseCategory])[] = [
  [/post|shipping|courier|label|delivery|dhl|ups|fedex|royal mail|evri|usps/i, 'postage'],
  [/pack|box|tape|bubble|mailer/i, 'packaging'],
  [/fee|commission|subscription fee/i, 'platform-fees'],
  [/advert|\bads?\b|promot|marketing/i, 'advertising'],
  [/mileage/i, 'mileage'],
  [/travel|fuel|petrol|train|taxi|uber|parking|flight/i, 'travel'],
  [/clean|protector|spray/i, 'cleaning'],
  [/storage|rent|unit/i, 'storage'],
  [/equipment|printer|camera|scale|computer|laptop/i, 'equipment'],
  [/software|app|subscription|bot|proxy|proxies|saas/i, 'software'],
  [/office|stationery|paper/i, 'office'],
  [/accountant|legal|profession|insurance/i, 'professional'],
  [/bank|card charge|fx/i, 'bank'],
];

function categoryOf(told: string, about: string): ExpenseCategory {
  const own = EXPENSE_CATEGORIES.find(
    (category) =>
      category ===
      told
        .trim()
        .toLowerCase()
        .replace(/[\s_]+/g, '-'),
  );
  const find = (text: string) => CATEGORIES.find(([mark]) => mark.test(text))?.[1];
  return own ?? find(told) ?? find(about) ?? 'other';
}
