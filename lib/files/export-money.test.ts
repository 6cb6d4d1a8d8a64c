import { describe, expect, test } from 'vitest';
import { movementsOf } from '@/lib/domain/exports/movements';
import { usd } from '@/tests/fixtures/builders';
import {
  EXPORT_SETTINGS as settings,
  EXPORT_WORDS as words,
  makeLedger,
  makeLedgerSale,
  makePenalty,
  makePurchase,
  makeSpending,
} from '@/tests/fixtures/ledger';
import { writeBeancount } from './write-beancount';
import { writeIif } from './write-quickbooks';
import { writeSageAudit } from './write-sage';
import { writeXeroInvoices } from './write-xero';

const text = ({ content }: { readonly content: string | Uint8Array }): string => content as string;
const lines = (file: { readonly content: string | Uint8Array }): string[] => text(file).trimEnd().split('\r\n');
const british = { ...settings, dayOrder: 'day-first' } as const;

describe('what moved no money, and what platforms keep', () => {
  const purchase = makePurchase({ cost: usd(100), otherCosts: usd(9.95), tax: usd(20) });
  const journey = makeSpending({ category: 'mileage', amount: usd(8.92), isJourney: true, note: 'to the post' });
  const ledger = makeLedger({ sales: [], purchases: [purchase], spending: [journey], penalties: [makePenalty()] });

  test('bank lines: 100.00 + 9.95 for the pair went out; the journey and the penalty moved nothing', () => {
    expect(movementsOf(ledger, words).map(({ amount }) => amount.minor)).toEqual([-10_995, 21_160]);
  });

  test('IIF: cheques of 109.95 and 10.00; the journey is a journal entry against the owner', () => {
    const heads = lines(writeIif(ledger, settings, words)).filter((line) => line.startsWith('TRNS'));
    expect(heads.map((line) => line.split('\t')).map((cells) => [cells[1], cells[3], cells[5]])).toEqual([
      ['CHECK', 'Checking', '-109.95'],
      ['CHECK', 'Checking', '-10.00'],
      ['GENERAL JOURNAL', 'Owner', '-8.92'],
    ]);
  });

  test('Sage: PI 10.00, BP 89.95 + 20.00 of tax, JD and JC 8.92', () => {
    const rows = lines(writeSageAudit(ledger, settings, words)).slice(1);
    expect(rows.map((row) => row.split(',').filter((_, nth) => [0, 2, 7, 8, 9].includes(nth)))).toEqual([
      ['PI', '404', '10.00', 'T9', '0.00'],
      ['BP', '310', '89.95', 'T1', '20.00'],
      ['JD', '429', '8.92', 'T9', '0.00'],
      ['JC', 'Owner', '8.92', 'T9', '0.00'],
    ]);
  });

  test('Sage: tax on fees is tax to who is registered, and a fee like others to who is not', () => {
    const fees = [{ kind: 'feeTax', amount: usd(2) }] as const;
    const rowOf = (treatment: 'standard' | null) => {
      const sale = makeLedgerSale({ treatment, fees, net: usd(243) });
      const rows = lines(writeSageAudit(makeLedger({ sales: [sale], purchases: [], spending: [] }), settings, words));
      return rows[2]?.split(',').slice(7, 10);
    };
    expect(rowOf('standard')).toEqual(['0.00', 'T1', '2.00']);
    expect(rowOf(null)).toEqual(['2.00', 'T9', '0.00']);
  });

  test('Xero: the penalty is a document below zero, where fees are on invoices', () => {
    const rows = lines(writeXeroInvoices(ledger, british, words)).slice(1);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain('700001-penalty,700001,18/03/2025');
    expect(rows[0]).toContain(',-10.00,,404,');
    expect(lines(writeXeroInvoices(ledger, { ...british, feesOnInvoice: false }, words))).toHaveLength(1);
  });

  test('Beancount: the journey is the owner’s, the penalty what the platform owes less', () => {
    const file = text(writeBeancount(ledger, words));
    expect(file).toContain('  Equity:Owner  -8.92 USD');
    expect(file).toContain('  Expenses:Fees:Penalties  10.00 USD\n  Assets:Receivable:Alias  -10.00 USD');
  });
});

test('Beancount: one lot, whatever the purchase was told as: another rate, no style code, a day after the sale', () => {
  const sale = makeLedgerSale({ pairId: 'pair-2', styleCode: 'DD1391 100', on: '2025-03-10', cost: usd(104) });
  const again = makeLedgerSale({ id: 'sale-2', pairId: 'pair-2', on: '2025-03-20' });
  const late = makePurchase({ styleCode: '', on: '2025-03-12', cost: usd(109.95) });
  const file = text(writeBeancount(makeLedger({ sales: [sale, again], purchases: [late] }), words));
  const lots = [...file.matchAll(/Assets:Stock {2}(-?1 .*)$/gm)].map((match) => match[1]);
  expect(lots).toEqual([
    '1 DD1391-100 {104.00 USD, 2025-03-10, "pair-2"}',
    '-1 DD1391-100 {104.00 USD, 2025-03-10, "pair-2"}',
  ]);
  expect(file).toContain('(pair sold already)');
});
