/** What money was spent on. Each stands on a line of its own in the books and in the tax reports. */
export const EXPENSE_CATEGORIES = [
  'postage',
  'packaging',
  'platform-fees',
  'advertising',
  'travel',
  'mileage',
  'cleaning',
  'storage',
  'equipment',
  'software',
  'office',
  'professional',
  'bank',
  'other',
] as const;

export type ExpenseCategory = (typeof EXPENSE_CATEGORIES)[number];

/** How an expense for several pairs is shared: by what each cost, or evenly. */
export type ExpenseSplit = 'value' | 'even';

/**
 * A journey with the own car. `rate` is money per mile or kilometre in thousandths of a minor unit, so that $0.70 a mile
 * is 70,000 and $0.725 is 72,500.
 */
export interface Mileage {
  /** In tenths of the unit: 123 is 12.3 miles. */
  readonly tenths: number;
  readonly unit: 'mile' | 'km';
  readonly rateMilli: number;
  readonly rateSource: string;
  readonly from: string;
  readonly to: string;
}

export type Recurrence =
  | { readonly unit: 'week'; readonly every: number }
  | { readonly unit: 'month'; readonly every: number }
  | { readonly unit: 'year'; readonly every: number };
