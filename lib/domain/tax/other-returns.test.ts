import { describe, expect, test } from 'vitest';
import { boughtPair, day, soldPair, spent, taxBooks, treated } from '@/tests/fixtures/tax-books';
import type { CurrencyCode } from '../money/currency';
import { money } from '../money/money';
import { makeTaxReport, reportKinds, reportPeriodOf } from './make-tax-report';
import { filedChanges, filedRows } from './filed-report';
import { settleBooks } from './settle-books';
import type { TaxBooks } from './tax-books';
import { NO_TAX_PROFILE, type TaxProfile } from './tax-profile';
import type { TaxReport, TaxReportKind } from './tax-report';

const utc = (): number => 0;
const aud = (dollars: number) => money(Math.round(dollars * 100), 'AUD');
const eur = (euros: number) => money(Math.round(euros * 100), 'EUR');
const AU: TaxProfile = { ...NO_TAX_PROFILE, country: 'AU', registered: true, scheme: 'margin' };
const DE: TaxProfile = { ...NO_TAX_PROFILE, country: 'DE', registered: true, scheme: 'margin' };

function reportOf(
  kind: TaxReportKind,
  books: TaxBooks,
  profile: TaxProfile,
  currency: CurrencyCode,
  on = '2026-02-01',
) {
  const period = reportPeriodOf(kind, day(on), profile, utc);
  return makeTaxReport(kind, settleBooks(books, profile, currency), profile, period, utc);
}

function shown({ figures }: TaxReport): Record<string, number> {
  return Object.fromEntries(figures.map(({ id, shown: { minor } }) => [id, minor / 100]));
}

describe('an Australian activity statement', () => {
  const bas = (books: TaxBooks, on?: string) => shown(reportOf('au-bas', books, AU, 'AUD', on));

  test('unused: 330 / 11 = 30 on the sale and no credit; an expense of 55 with 5 of GST', () => {
    const pair = boughtPair(aud(200), '2026-01-10', { condition: 'new' });
    const sales = [soldPair(pair, aud(330), '2026-02-10')];
    const expenses = [spent(aud(55), '2026-02-11', { tax: aud(5) })];
    expect(bas(taxBooks({ pairs: [pair], sales, expenses }))).toMatchObject({ G1: 330, '1A': 30, '1B': 5, due: 25 });
  });

  test.each([
    [300, 330, 'when it was bought: 300 / 11 = 27', 27, 0],
    [300.01, 330, 'when it was sold: min(300.01 / 11, 330 / 11) = 27', 0, 27],
    [400, 330, 'when it was sold, never more than its GST: min(400 / 11, 330 / 11) = 30', 0, 30],
  ])('second-hand for %d, sold for %d: the credit comes %s', (cost, price, _when, whenBought, whenSold) => {
    const pair = boughtPair(aud(cost), '2026-01-10');
    const books = taxBooks({ pairs: [pair], sales: [soldPair(pair, aud(price), '2026-05-10')] });
    expect(bas(books)).toMatchObject({ '1B': whenBought, due: 0 - whenBought });
    expect(bas(books, '2026-05-01')).toMatchObject({ '1A': 30, '1B': whenSold });
  });
});

describe('returns of the European Union', () => {
  const to = (country: string | null) => ({
    details: { buyer: '', country, invoiceNumber: '', marketplaceTax: null, note: '' },
  });

  test('Germany, 19 %: a margin of 119 is 19 of tax; 119 at the standard rate as well; input tax comes off', () => {
    const [worn, unused] = [boughtPair(eur(81), '2026-01-10'), boughtPair(eur(50), '2026-01-10', { condition: 'new' })];
    const books = taxBooks({
      pairs: [worn, unused],
      sales: [soldPair(worn, eur(200), '2026-02-10'), soldPair(unused, eur(119), '2026-02-11')],
      expenses: [spent(eur(11.9), '2026-02-12', { tax: eur(1.9) })],
    });
    expect(shown(reportOf('eu-vat', books, DE, 'EUR'))).toMatchObject({
      marginTax: 19,
      marginSales: 181,
      standardTax: 19,
      standardSales: 100,
      inputTax: 1.9,
      due: 36.1,
    });
  });

  test('one-stop shop: 120 to France is 20 there and nothing at home; margin goods stay at home; unknown places are named', () => {
    const pairs = ['new', 'used', 'new'].map((condition) =>
      boughtPair(eur(60), '2026-01-10', { condition: condition as 'new' }),
    );
    const sales = [
      soldPair(pairs[0]!, eur(120), '2026-02-10', to('FR')),
      soldPair(pairs[1]!, eur(179), '2026-02-10', to('FR')),
      soldPair(pairs[2]!, eur(119), '2026-02-10', to(null)),
    ];
    const oss = { ...DE, oss: true };
    const books = taxBooks({ pairs, sales });
    const report = reportOf('oss', books, oss, 'EUR');
    expect(shown(report)).toEqual({ 'net@FR': 100, 'tax@FR': 20, due: 20 });
    expect(report.left.map(({ id, reason }) => [id, reason])).toEqual([[sales[2]!.id, 'no-country']]);
    expect(shown(reportOf('eu-vat', books, oss, 'EUR'))).toMatchObject({ standardTax: 19, marginTax: 19 });
    expect(shown(reportOf('eu-vat', books, DE, 'EUR'))['standardTax']).toBe(38.16);
  });
});

test.each<[Partial<TaxProfile>, readonly TaxReportKind[]]>([
  [{ country: null }, []],
  [{ country: 'US', registered: true }, ['year']],
  [{ country: 'GB' }, ['year']],
  [{ country: 'GB', registered: true }, ['uk-vat', 'year']],
  [{ country: 'FR', registered: true, oss: true }, ['eu-vat', 'oss', 'year']],
])('%o has to do with %o', (given, kinds) => {
  expect(reportKinds({ ...NO_TAX_PROFILE, ...given })).toEqual(kinds);
});

test('what became of the rows of a filed period: changed, added, gone', () => {
  const pairs = [0, 1].map(() => boughtPair(aud(200), '2026-01-10', { tax: treated('standard') }));
  const [first, second] = pairs.map((pair) => soldPair(pair, aud(330), '2026-02-10'));
  const of = (sales: TaxBooks['sales']) => reportOf('au-bas', taxBooks({ pairs, sales }), AU, 'AUD');
  const filed = filedRows(of([first!]));
  expect(filedChanges(filed, of([first!]))).toEqual({ changed: [], added: [], gone: [] });
  expect(filedChanges(filed, of([{ ...first!, price: aud(331) }, second!]))).toEqual({
    changed: [`sale:${first!.id}`],
    added: [`sale:${second!.id}`],
    gone: [],
  });
  expect(filedChanges(filed, of([])).gone).toEqual([`sale:${first!.id}`]);
});
