import { expect, test } from 'vitest';
import { money } from '@/lib/domain/money/money';
import { writeExpenseCsv } from './write-expense-csv';

test('all decimals of the currency, no formulas, quotes where they are needed', () => {
  const row = {
    day: '2026-03-02',
    category: 'Postage',
    tax: null,
    here: null,
    pairs: 0,
    receipts: 1,
  } as const;
  const text = writeExpenseCsv([
    {
      ...row,
      amount: money(-1240, 'GBP'),
      tax: money(-207, 'GBP'),
      here: money(-1570, 'USD'),
      supplier: '=1+1',
      note: 'a, "b"',
    },
    { ...row, amount: money(980, 'JPY'), supplier: '', note: '' },
  ]);
  expect(text.split('\r\n')).toEqual([
    '\uFEFFdate,category,amount,tax,currency,amount_here,currency_here,supplier,note,pairs,receipts',
    `2026-03-02,Postage,-12.40,-2.07,GBP,-15.70,USD,'=1+1,"a, ""b""",0,1`,
    '2026-03-02,Postage,980,,JPY,,,,,0,1',
    '',
  ]);
});
