import type { CalendarDate } from '../../time/instant';
import type { TaxCountry } from '../tax-country';

/**
 * How sure a rule is. `seen`: the text of the office or of a working program was read; `second`: told by one other
 * source; `general`: general knowledge. The last two are told to the seller as "check this".
 */
export type Certainty = 'seen' | 'second' | 'general';

export type RuleId =
  | 'gb-vat-rate'
  | 'gb-vat-registration'
  | 'gb-trading-allowance'
  | 'gb-mtd-income-tax'
  | 'gb-platform-reporting'
  | 'gb-margin-scheme'
  | 'gb-global-accounting'
  | 'gb-unused-trainers'
  | 'gb-vat-return'
  | 'us-1099-k'
  | 'us-schedule-c'
  | 'au-gst-rate'
  | 'au-gst-registration'
  | 'au-second-hand'
  | 'au-bas'
  | 'eu-vat-rate'
  | 'eu-margin-scheme'
  | 'eu-oss'
  | 'eu-dac7';

/** A rule of tax as dated data: from which day on it holds, and who says so. */
export interface TaxRule {
  readonly id: RuleId;
  readonly country: TaxCountry | 'EU';
  /** First day it holds. */
  readonly from: CalendarDate;
  /** A limit in minor units of the country's currency (of the EU: euro cents). */
  readonly amount?: number;
  /** A number of sales. */
  readonly count?: number;
  /** A rate: 2000 is 20 %. */
  readonly basisPoints?: number;
  readonly source: string;
  readonly certainty: Certainty;
}
