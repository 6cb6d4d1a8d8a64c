import type { ExpenseCategory } from '../expenses/expense';
import type { CalendarDate } from '../time/instant';
import type { TaxCountry } from './tax-country';

/** A scheme pairs go by unless something else is said of one. */
export type TaxScheme = 'standard' | 'margin' | 'global';

/** A figure the seller told of a year: the gross of a form, or the closing stock of a return made elsewhere. */
export interface StatedFigure {
  readonly what: '1099-k' | 'closing-stock';
  /** The calendar year it is of. */
  readonly year: number;
  /** null: not of one platform. */
  readonly platform: string | null;
  /** In the currency of the country. */
  readonly minor: number;
}

/** What the seller said about their taxes. */
export interface TaxProfile {
  /** null: nobody has been asked yet, and nothing is worked out. */
  readonly country: TaxCountry | null;
  /** Registered for VAT or GST. */
  readonly registered: boolean;
  /** First day of the registration; null: as far back as the books go. Sales before it carry no tax. */
  readonly registeredOn: CalendarDate | null;
  /** Worn pairs go by it. */
  readonly scheme: TaxScheme;
  /** Unused pairs go by it; tax offices may say that these are not second-hand. */
  readonly unused: TaxScheme;
  /** First day of the year accounts are made for. */
  readonly yearStart: { readonly month: number; readonly day: number };
  readonly period: 'month' | 'quarter';
  /** A quarter ends in every third month from this one: 1 is January, April, July, October; 3 is March, June, … */
  readonly quarterEnds: 1 | 2 | 3;
  /** The seller's own rates, the newest that began counts; none: the standard rate of the country. */
  readonly rates: readonly { readonly from: CalendarDate; readonly basisPoints: number }[];
  /** In the EU: tax on sales to other member states is paid where they go, by the one-stop shop. */
  readonly oss: boolean;
  /** Numbers of own invoices begin with it. */
  readonly invoicePrefix: string;
  /** Lines of the yearly report, where they are not the usual ones. */
  readonly expenseLines: Readonly<Partial<Record<ExpenseCategory, string>>>;
  readonly stated: readonly StatedFigure[];
}

/** Before anybody was asked. */
export const NO_TAX_PROFILE: TaxProfile = {
  country: null,
  registered: false,
  registeredOn: null,
  scheme: 'standard',
  unused: 'standard',
  yearStart: { month: 1, day: 1 },
  period: 'quarter',
  quarterEnds: 3,
  rates: [],
  oss: false,
  invoicePrefix: '',
  expenseLines: {},
  stated: [],
};
