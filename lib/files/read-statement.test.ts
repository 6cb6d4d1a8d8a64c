import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GBP, linesOf, problemsOf, read, readNow } from '@/tests/fixtures/statement-text';

const ofx = (...records: readonly string[]) =>
  `OFXHEADER:100\nDATA:OFXSGML\nCHARSET:1252\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>GBP
<BANKACCTFROM><BANKID>1<ACCTID>12345678<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><DTSTART>20250301
${records.map((record) => `<STMTTRN>${record}`).join('\n')}
</BANKTRANLIST><LEDGERBAL><BALAMT>1500.25</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;

describe('a bank’s table', () => {
  test.each([
    [
      'Date,Description,Amount\n2025-03-10,STOCKX,211.60\n2025-03-12,NIKE,"-1,109.95"',
      ['2025-03-10 21160 GBP STOCKX', '2025-03-12 -110995 GBP NIKE'],
    ],
    [
      'Konto;DE89\n\nBuchungstag;Empfänger;Verwendungszweck;Betrag\n25.03.2025;StockX;x;"1.211,60"\n10.03.2025;Nike;;-5,5',
      ['2025-03-25 121160 GBP StockX', '2025-03-10 -550 GBP Nike'],
    ],
    [
      'Date\tName\tPaid out\tPaid in\n13/03/2025\tA\t5.00\t\n14/03/2025\tB\t0.00\t7.00',
      ['2025-03-13 -500 GBP A', '2025-03-14 700 GBP B'],
    ],
    [
      'Datum,Naam / Omschrijving,Af Bij,Bedrag (EUR)\n20250310,Alias,Bij,"12,50"\n20250311,Nike,Af,"3,00"',
      ['2025-03-10 1250 GBP Alias', '2025-03-11 -300 GBP Nike'],
    ],
  ])('%s', (text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });

  test.each([
    ['Date,Name,Amount\n2025-03-10,A,', ['2 no-amount']],
    ['Date,Name,Amount\nsoon,A,5.00', ['2 no-date']],
    ['Date,Name,In,Out\n2025-03-10,A,5.00,5.00', ['2 no-amount']],
    ['Date,Name,Amount,Currency\n2025-03-10,A,5.00,USD', ['2 other-currency']],
    ['Date,Name,Amount\n"2025-03-10,A,5.00', 'unclosed'],
    ['a,b,c\n1,2,3', 'no-columns'],
  ])('%s is told', (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  test('a card that writes what was spent without a minus, as a person says', () => {
    const text = 'Date,Description,Amount\n2025-03-10,NIKE,109.95\n2025-03-11,REFUND,-5.00';
    expect(linesOf(text, { columns: { amount: null, out: 'Amount' } })).toEqual([
      '2025-03-10 -10995 GBP NIKE',
      '2025-03-11 500 GBP REFUND',
    ]);
  });

  test('headings nobody knows are chosen, and the order of days is asked', () => {
    const text = 'Wann,Wer,Was\n03/04/2025,A,5.00';
    expect(read(text)).toMatchObject({ ok: false, problem: 'no-columns', table: { headings: ['Wann', 'Wer', 'Was'] } });
    const columns = { date: 'Wann', amount: 'Was', payee: 'Wer' };
    expect(read(text, { columns })).toMatchObject({ needs: 'day-order', examples: ['03/04/2025'] });
    expect(linesOf(text, { columns, order: 'day-first' })).toEqual(['2025-04-03 500 GBP A']);
  });
});

describe('any file', () => {
  const START = fc.constantFrom(
    '',
    'OFXHEADER:100\n<OFX><STMTRS>',
    '!Type:Bank\n',
    '<Document><B><Stmt>',
    'Date,Amount\n',
  );
  const PIECE = fc.constantFrom(
    '<STMTTRN>',
    '</',
    '<TRNAMT>',
    '&#x41;',
    '<![CDATA[',
    ']]>',
    '^\n',
    'D1/2/25\n',
    '"',
    ',',
    '1,5',
  );

  test('never throws, and every line has an exact amount and a day', () => {
    fc.assert(
      fc.property(
        START,
        fc.array(fc.oneof(PIECE, fc.string({ unit: 'binary' })), { maxLength: 40 }),
        (start, pieces) => {
          const answer = read(start + pieces.join(''), { order: 'day-first' });
          if (!answer.ok) return;
          for (const { bookedOn, amount } of answer.statements.flatMap(({ lines }) => lines)) {
            expect(bookedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
            expect(Number.isSafeInteger(amount.minor)).toBe(true);
          }
        },
      ),
      { seed: 20_261_123, numRuns: 250 },
    );
  });

  test('words without end are read in a moment', () => {
    const text = ofx(`<DTPOSTED>20250310<TRNAMT>1.00<NAME>A<MEMO>${'x'.repeat(15_000_000)}`);
    expect(linesOf(text)).toEqual(['2025-03-10 100 GBP A']);
  });

  test('bytes that are no text, nothing at all, and too much are told', () => {
    expect(readNow(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), GBP)).toMatchObject({ problem: 'not-text' });
    expect(read(' \n')).toMatchObject({ problem: 'empty' });
    expect(readNow(new Uint8Array(20_000_001), GBP)).toMatchObject({ problem: 'too-large' });
  });
});

const SAMPLES = '/work/shared/data/formats';

test.skipIf(!existsSync(SAMPLES))('the samples beside the project (skipped where they are not there)', () => {
  const sample = (name: string, order: 'day-first' | null = null) =>
    readNow(readFileSync(`${SAMPLES}/${name}`), { currency: 'GBP', order });
  const figures = (answer: ReturnType<typeof sample>) =>
    answer.ok
      ? answer.statements.flatMap(({ lines }) => lines.map(({ amount, bookedOn }) => [bookedOn, amount.minor]))
      : answer.problem;
  expect(figures(sample('sample-bank.ofx'))).toEqual([
    ['2025-03-10', 21_160],
    ['2025-03-12', -10_995],
  ]);
  expect(sample('sample-bank.qif')).toMatchObject({ needs: 'day-order' });
  expect(figures(sample('sample-bank.qif', 'day-first'))).toEqual([
    ['2025-03-10', 21_160],
    ['2025-03-12', -110_995],
  ]);
  expect(figures(sample('sample-camt053.xml'))).toEqual([
    ['2025-03-10', 21_160],
    ['2025-03-12', -10_995],
  ]);
});
