import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { putFxRate } from '@/lib/db/repositories/fx';
import { NO_TAX_PROFILE, type TaxProfile } from '@/lib/domain/tax/tax-profile';
import { returnPeriodOf } from '@/lib/domain/tax/tax-period';
import { ukVatReturn } from '@/lib/domain/tax/uk-vat-return';
import { writeBeancount } from '@/lib/files/write-beancount';
import { writeIif } from '@/lib/files/write-quickbooks';
import { writeSageAudit } from '@/lib/files/write-sage';
import { writeXeroInvoices } from '@/lib/files/write-xero';
import { exportLedger } from '@/lib/queries/export-ledger';
import { pnlPage } from '@/lib/queries/pnl-page';
import { readTax } from '@/lib/queries/tax-books';
import { books, both, dayOf, valuation } from '@/tests/fixtures/agreeing-books';
import { EXPORT_SETTINGS as settings, EXPORT_WORDS as words } from '@/tests/fixtures/ledger';

const utc = (): number => 0;
const cents = (text: string | undefined): number => Math.round(Number(text ?? '') * 100);
const text = ({ content }: { readonly content: string | Uint8Array }): string => String(content);
/** What the files of an accountant's program come to: prices less fees and penalties. */
const totals = {
  xero: (file: string) =>
    Papa.parse<Record<string, string>>(file, { header: true, skipEmptyLines: true }).data.reduce(
      (sum, row) => sum + cents(row['*UnitAmount']),
      0,
    ),
  // Deposits and cheques of sales, returns and penalties: all that is not in a purchase or an expense.
  iif: (file: string) =>
    file
      .split('\r\n')
      .map((line) => line.split('\t'))
      .filter(([mark, , , account]) => mark === 'SPL' && [`200`, `404`, `425`].includes(account ?? ''))
      .reduce((sum, cells) => sum - cents(cells[5]), 0),
  sage: (file: string) =>
    Papa.parse<Record<string, string>>(file, { header: true, skipEmptyLines: true }).data.reduce((sum, row) => {
      const amount = cents(row['Net Amount']) + cents(row['Tax Amount']);
      const sign = { SI: 1, PC: 1, SC: -1, PI: -1 }[row['Type'] ?? ''] ?? 0;
      return sum + sign * amount;
    }, 0),
};

describe('what was given back in another time than it was sold in', () => {
  test('three years of files, each with its own sales and returns, come to the profit and loss of all time', async () => {
    await fc.assert(
      fc.asyncProperty(books, fc.constantFrom<'cash' | 'accrual'>('cash', 'accrual'), async (rows, basis) => {
        const costed = { ...rows, pieces: rows.pieces.map((each) => ({ ...each, cost: each.cost ?? 1000 })) };
        const { db } = await both(costed, basis, utc);
        const years = [-365, 0, 365, 730].map((nth) => dayOf(nth));
        const files = { xero: 0, iif: 0, sage: 0, beancount: 0 };
        for (const [nth, from] of years.slice(0, 3).entries()) {
          const period = { from, to: years[nth + 1]! };
          const ledger = await exportLedger(db, { period, basis, valuation, offsetAt: utc, tax: NO_TAX_PROFILE });
          files.xero += totals.xero(text(writeXeroInvoices(ledger, settings, words)));
          files.iif += totals.iif(text(writeIif(ledger, settings, words)));
          files.sage += totals.sage(text(writeSageAudit(ledger, settings, words)));
          const beancount = text(writeBeancount(ledger, words)).matchAll(
            /^ {2}(?:Income:Sales|Expenses:(?:Fees:\S+|Cost-Of-Goods-Sold|Written-Off)) {2}(-?[\d.]+) USD$/gm,
          );
          for (const match of beancount) files.beancount -= cents(match[1]);
        }
        const page = await pnlPage(db, { period: null, valuation, basis, offsetAt: utc, groups: [] });
        const { complete, penalties } = page.totals;
        const net = complete.revenue.minor - complete.take.minor - complete.cashOut.minor - penalties.minor;
        expect(files).toMatchObject({ xero: net, iif: net, sage: net });
        const ofLost = page.writeOffs.lost.minor - page.writeOffs.expenses.minor;
        expect(files.beancount).toBe(net - complete.cost.minor - complete.otherCosts.minor - ofLost);
      }),
      { seed: 41, numRuns: 10 },
    );
  });

  test('quarter by quarter, VAT of the invoices less that of the credit notes is box 1', async () => {
    const UK: TaxProfile = { ...NO_TAX_PROFILE, country: 'GB', registered: true };
    await fc.assert(
      fc.asyncProperty(books, async (rows) => {
        const { db } = await both(rows, 'accrual', utc);
        for (const base of ['USD', 'EUR'] as const)
          await putFxRate(db, { base, quote: 'GBP', rateE8: 81_234_567, asOf: dayOf(-200), source: 'test' });
        const inPounds = { ...valuation, currency: 'GBP' } as const;
        const { settled } = (await readTax(db, UK, utc))!;
        for (const nth of [10, 100, 190, 280]) {
          const period = returnPeriodOf(dayOf(nth), UK, utc);
          const ledger = await exportLedger(db, {
            period,
            basis: 'accrual',
            valuation: inPounds,
            offsetAt: utc,
            tax: UK,
          });
          const { data } = Papa.parse<Record<string, string>>(text(writeSageAudit(ledger, settings, words)), {
            header: true,
            skipEmptyLines: true,
          });
          const taxOf = (type: string) =>
            data.reduce((sum, row) => sum + (row['Type'] === type ? cents(row['Tax Amount']) : 0), 0);
          const box1 = ukVatReturn(settled, UK, period, utc).figures.find(({ id }) => id === 'box1');
          expect(taxOf('SI') - taxOf('SC')).toBe(box1?.amount.minor);
        }
      }),
      { seed: 42, numRuns: 10 },
    );
  });
});
