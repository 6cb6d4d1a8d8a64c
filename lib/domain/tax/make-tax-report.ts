import type { OffsetAt } from '../time/period';
import { auBas } from './au-bas';
import { euVatReturn, ossReturn } from './eu-vat';
import type { SettledBooks } from './settle-books';
import { isEuCountry } from './tax-country';
import { calendarQuarterOf, returnPeriodOf, taxYearOf, type TaxPeriod } from './tax-period';
import type { TaxProfile } from './tax-profile';
import type { TaxReport, TaxReportKind } from './tax-report';
import { ukVatReturn } from './uk-vat-return';
import { yearAccounts } from './year-accounts';
import type { Instant } from '../time/instant';

/** The reports a seller has to do with: of each period first, of the year last. */
export function reportKinds({ country, registered, oss }: TaxProfile): readonly TaxReportKind[] {
  if (country === null) return [];
  if (country === 'US') return ['year'];
  if (!registered) return ['year'];
  if (country === 'GB') return ['uk-vat', 'year'];
  if (country === 'AU') return ['au-bas', 'year'];
  return oss && isEuCountry(country) ? ['eu-vat', 'oss', 'year'] : ['eu-vat', 'year'];
}

/** The period of a report a moment is in. */
export function reportPeriodOf(kind: TaxReportKind, at: Instant, profile: TaxProfile, offsetAt: OffsetAt): TaxPeriod {
  if (kind === 'year') return taxYearOf(at, profile, offsetAt);
  return kind === 'oss' ? calendarQuarterOf(at, offsetAt) : returnPeriodOf(at, profile, offsetAt);
}

/** A report of one period. The same books and the same profile give the same report. */
export function makeTaxReport(
  kind: TaxReportKind,
  books: SettledBooks,
  profile: TaxProfile,
  period: TaxPeriod,
  offsetAt: OffsetAt,
): TaxReport {
  switch (kind) {
    case 'uk-vat':
      return ukVatReturn(books, profile, period, offsetAt);
    case 'au-bas':
      return auBas(books, profile, period, offsetAt);
    case 'eu-vat':
      return euVatReturn(books, profile, period, offsetAt);
    case 'oss':
      return ossReturn(books, profile, period);
    case 'year':
      return yearAccounts(books, profile, period, offsetAt);
  }
}
