import { minor } from '../money/money';
import { isWithin, type OffsetAt } from '../time/period';
import { leftIn } from './left-in';
import { purchaseEntries, saleEntries, saleEntry } from './return-entries';
import { leftSale, type SaleEvent, type SettledBooks } from './settle-books';
import { isRegisteredOn } from './tax-on-sale';
import { isEuCountry, type EuCountry } from './tax-country';
import type { LeftOut } from './tax-books';
import type { TaxPeriod } from './tax-period';
import type { TaxProfile } from './tax-profile';
import { standardRate, taxInside } from './tax-rate';
import { byTime, figureOf, totalOf, type TaxEntry, type TaxReport } from './tax-report';
import { poolOf } from './pool-report';

/**
 * The member state a standard-rated piece was sent to, other than the seller's own, when its tax is paid there. Margin
 * goods are outside of the one-stop shop and taxed at home.
 */
export function ossDestination(
  { sale, treatment }: Pick<SaleEvent, 'sale' | 'treatment'>,
  profile: TaxProfile,
): EuCountry | null {
  const country = sale.details?.country ?? null;
  if (treatment !== 'standard' || country === profile.country || !isEuCountry(country)) return null;
  return country;
}

/**
 * A VAT return of a member state: tax inside standard-rated prices at the state's own rate, tax on margins, tax on
 * purchases. With the one-stop shop, standard-rated sales to other states are told there and not here.
 *
 * @example Germany, 19 %: bought for €81.00 and sold for €200.00 under the margin scheme: 119.00 * 19 / 119 = €19.00
 */
export function euVatReturn(
  books: SettledBooks,
  profile: TaxProfile,
  period: TaxPeriod,
  offsetAt: OffsetAt,
): TaxReport {
  const { currency } = books;
  const sold = saleEntries(books, profile, period, (event, tax) => {
    const { price, treatment } = event;
    if (profile.oss && ossDestination(event, profile) !== null) return null;
    if (tax === null) return { poolSales: price.minor, marginSales: price.minor };
    const net = minor(price.minor - tax);
    if (treatment === 'margin' || treatment === 'global') return { marginTax: tax, marginSales: net };
    return treatment === 'zero' ? { otherSales: net } : { standardTax: tax, standardSales: net };
  });
  const bought = purchaseEntries(books, profile, period, { inputTax: 'inputTax', purchases: 'purchases' }, offsetAt);
  const pool = poolOf(books, profile, period, offsetAt, { tax: 'marginTax', net: 'marginSales' });
  const entries = [...sold.entries, ...bought, ...pool.entries].toSorted(byTime);
  const sum = (id: string): number => totalOf(entries, id);
  const due = minor(sum('standardTax') + sum('marginTax') - sum('inputTax'));
  const rows = ['standardSales', 'standardTax', 'marginSales', 'marginTax', 'otherSales', 'inputTax', 'purchases'];
  return {
    kind: 'eu-vat',
    period,
    currency,
    entries,
    left: [...sold.left, ...leftIn(books.left, period)].toSorted(byTime),
    figures: [
      ...rows.map((id) => figureOf(id, sum(id), currency)),
      figureOf('due', due, currency, { from: ['standardTax', 'marginTax', 'inputTax'] }),
      ...pool.figures,
    ],
  };
}

/**
 * What the one-stop shop is told of a calendar quarter: net and tax by the state of destination, at its standard rate.
 * Sales whose destination nobody told, or whose rate of that day is not known, are left out and named.
 *
 * @example sold to France for €120.00 by a German seller: net €100.00, tax €20.00 (20 %)
 */
export function ossReturn(books: SettledBooks, profile: TaxProfile, period: TaxPeriod): TaxReport {
  const { currency } = books;
  const left: LeftOut[] = [];
  const entries: TaxEntry[] = [];
  for (const event of books.events) {
    if (!isWithin(period, event.at) || !isRegisteredOn(profile, event.soldOn)) continue;
    if (event.treatment === 'standard' && (event.sale.details?.country ?? null) === null)
      left.push(leftSale(event.sale, 'no-country'));
    const country = ossDestination(event, profile);
    const rate = country === null ? null : standardRate(country, event.soldOn);
    if (country !== null && rate === null) left.push(leftSale(event.sale, 'no-tax-rate'));
    if (country === null || rate === null) continue;
    const tax = taxInside(event.price, rate).minor;
    entries.push(saleEntry(event, { [`net@${country}`]: minor(event.price.minor - tax), [`tax@${country}`]: tax }));
  }
  const ids = [...new Set(entries.flatMap(({ figures }) => Object.keys(figures)))].toSorted(byCountry);
  const taxes = ids.filter((id) => id.startsWith('tax@'));
  const due = taxes.reduce((sum, id) => minor(sum + totalOf(entries, id)), 0);
  return {
    kind: 'oss',
    period,
    currency,
    entries: entries.toSorted(byTime),
    left: left.toSorted(byTime),
    figures: [
      ...ids.map((id) => figureOf(id, totalOf(entries, id), currency)),
      figureOf('due', due, currency, { from: taxes }),
    ],
  };
}

function byCountry(a: string, b: string): number {
  const [x, y] = [a.slice(4), b.slice(4)];
  return x === y ? (a < b ? -1 : 1) : x < y ? -1 : 1;
}
