import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readStatement } from './read-statement';
import type { StatementOptions } from './statement';

const GBP: StatementOptions = { currency: 'GBP', order: null };
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, over: Partial<StatementOptions> = {}) => readStatement(bytes(text), { ...GBP, ...over });

function linesOf(text: string, over: Partial<StatementOptions> = {}) {
  const answer = read(text, over);
  if (!answer.ok) return answer.problem;
  return answer.statements.flatMap(({ lines }) =>
    lines.map(({ bookedOn, amount, payee }) => `${bookedOn} ${amount.minor} ${amount.currency} ${payee}`),
  );
}

function problemsOf(text: string, over: Partial<StatementOptions> = {}) {
  const answer = read(text, over);
  return answer.ok ? answer.problems.map(({ line, reason }) => `${line} ${reason}`) : answer.problem;
}

const ofx = (...records: readonly string[]) =>
  `OFXHEADER:100\nDATA:OFXSGML\nCHARSET:1252\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>GBP
<BANKACCTFROM><BANKID>1<ACCTID>12345678<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><DTSTART>20250301
${records.map((record) => `<STMTTRN>${record}`).join('\n')}
</BANKTRANLIST><LEDGERBAL><BALAMT>1500.25</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;

describe('OFX', () => {
  test('1.x without end tags, exact amounts, the bank’s own day, and whose account it is', () => {
    const text = ofx(
      '<TRNTYPE>CREDIT<DTPOSTED>20250310233000[-5:EST]<TRNAMT>211.60<FITID>1<NAME>STOCKX &amp; CO<MEMO>39-1</STMTTRN>',
      '<TRNTYPE>DEBIT<DTPOSTED>20250312<TRNAMT>-1109,95<FITID>2<NAME>NIKE',
    );
    expect(linesOf(text)).toEqual(['2025-03-10 21160 GBP STOCKX & CO', '2025-03-12 -110995 GBP NIKE']);
    const answer = read(text);
    expect(answer.ok && answer.statements).toMatchObject([{ number: '12345678', currency: 'GBP' }]);
    expect(answer.ok && answer.statements[0]?.lines[0]).toMatchObject({ bankId: '1', text: '39-1', line: 7 });
  });

  test('2.x and QFX, two accounts, a payee of its own and the other side’s account number', () => {
    const one = (account: string, amount: string) =>
      `<STMTRS><CURDEF>EUR</CURDEF><BANKACCTFROM><ACCTID>${account}</ACCTID></BANKACCTFROM><BANKTRANLIST><STMTTRN>
      <DTPOSTED>20250310</DTPOSTED><TRNAMT>${amount}</TRNAMT><FITID>a</FITID><PAYEE><NAME>Alias</NAME></PAYEE>
      <BANKACCTTO><ACCTID>other</ACCTID></BANKACCTTO><MEMO><![CDATA[a <b>]]></MEMO></STMTTRN></BANKTRANLIST></STMTRS>`;
    const answer = read(
      `<?xml version="1.0"?><?OFX OFXHEADER="200"?><OFX><FI><INTU.BID>3</FI>${one('A', '10')}${one('B', '-0.5')}</OFX>`,
    );
    expect(answer.ok && answer.statements.map(({ number, lines }) => [number, lines[0]?.amount.minor])).toEqual([
      ['A', 1000],
      ['B', -50],
    ]);
    expect(answer.ok && answer.statements[0]?.lines[0]?.payee).toBe('Alias');
  });

  test.each([
    ['<DTPOSTED>20251340<TRNAMT>1.00<NAME>A', '7 no-date'],
    ['<DTPOSTED>20250310<TRNAMT>twelve<NAME>A', '7 no-amount'],
    ['<DTPOSTED>20250310<TRNAMT>1.005<NAME>A', '7 too-many-decimals'],
    ['<DTPOSTED>20250310<TRNAMT>1.00<CURRENCY><CURRATE>1<CURSYM>USD</CURRENCY><NAME>A', '7 other-currency'],
    ['<TRNAMT>1.00', '7 no-date'],
  ])('%s is named and left out', (record, problem) => {
    expect(problemsOf(ofx(record))).toEqual([problem]);
    expect(linesOf(ofx(record))).toEqual([]);
  });

  test('Windows-1252 is read as such, and UTF-8 whatever the file says', () => {
    const text = ofx('<DTPOSTED>20250310<TRNAMT>1.00<FITID>1<NAME>Café Zürich');
    const latin = Uint8Array.from([...text].map((letter) => letter.codePointAt(0) ?? 0));
    for (const file of [latin, bytes(text)]) {
      const answer = readStatement(file, GBP);
      expect(answer.ok && answer.statements[0]?.lines[0]?.payee).toBe('Café Zürich');
    }
  });
});

const qif = (...records: readonly string[]) => `!Type:Bank\n${records.map((each) => `${each}\n^\n`).join('')}`;

describe('QIF', () => {
  test('dates that nobody can tell are asked about, with examples, and never guessed', () => {
    const text = qif('D10/03/2025\nT211.60\nPSTOCKX', "D3/12'25\nT-1,109.95\nPNIKE");
    const answer = read(text);
    expect(answer).toMatchObject({ needs: 'day-order', examples: ['10/03/2025', "3/12'25"] });
    expect(linesOf(text)).toEqual([]);
    expect(problemsOf(text)).toEqual(['2 ambiguous-date', '6 ambiguous-date']);
    expect(linesOf(text, { order: 'day-first' })).toEqual([
      '2025-03-10 21160 GBP STOCKX',
      '2025-12-03 -110995 GBP NIKE',
    ]);
    expect(linesOf(text, { order: 'month-first' })).toEqual([
      '2025-10-03 21160 GBP STOCKX',
      '2025-03-12 -110995 GBP NIKE',
    ]);
  });

  test('a date that can only be read one way settles the file; two that contradict each other do not', () => {
    expect(linesOf(qif('D25/03/2025\nT1.00', 'D10/03/25\nT2.00'))).toEqual([
      '2025-03-25 100 GBP ',
      '2025-03-10 200 GBP ',
    ]);
    const mixed = qif('D25/03/2025\nT1.00', 'D03/25/2025\nT2.00', 'D01/02/2025\nT3.00');
    expect(read(mixed)).toMatchObject({ needs: 'day-order', examples: ['01/02/2025'] });
  });

  test('other lists than bookings are named, account headers are not', () => {
    const text = `!Account\nNMain\nTBank\n^\n!Type:Bank\nD2025-03-10\nT5\nMmemo\nLCat\n^\n!Type:Cat\nNFood\n^\n`;
    expect(linesOf(text)).toEqual(['2025-03-10 500 GBP ']);
    expect(problemsOf(text)).toEqual(['12 not-bank']);
  });
});

const camt = (version: string, entries: string, prefix = '') => {
  const p = prefix === '' ? '' : `${prefix}:`;
  const xmlns = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  const body = `<Document ${xmlns}="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt><Stmt><Acct><Id>
<IBAN>DE89</IBAN></Id><Ccy>EUR</Ccy></Acct>${entries}</Stmt></BkToCstmrStmt></Document>`;
  return prefix === '' ? body : body.replaceAll(/<(\/?)(?=[A-Z])/g, `<$1${p}`);
};
const entry = (inner: string, over: { status?: string; way?: string; amount?: string } = {}) =>
  `\n<Ntry><Amt Ccy="EUR">${over.amount ?? '211.60'}</Amt><CdtDbtInd>${over.way ?? 'CRDT'}</CdtDbtInd>${
    over.status ?? '<Sts>BOOK</Sts>'
  }<BookgDt><Dt>2025-03-10</Dt></BookgDt><AcctSvcrRef>R1</AcctSvcrRef>${inner}</Ntry>`;

describe('CAMT', () => {
  test.each([
    ['02', '<Sts>BOOK</Sts>', ''],
    ['08', '<Sts><Cd>BOOK</Cd></Sts>', ''],
    ['13', '<Sts><Cd>BOOK</Cd></Sts>', 'ns2'],
  ])('version %s: %s, prefix "%s"', (version, status, prefix) => {
    const details = '<NtryDtls><TxDtls><RmtInf><Ustrd>STOCKX &amp; 39-1</Ustrd></RmtInf></TxDtls></NtryDtls>';
    const text = camt(
      version,
      entry(details, { status }) + entry('', { way: 'DBIT', status, amount: '109.95' }),
      prefix,
    );
    expect(linesOf(text)).toEqual(['2025-03-10 21160 EUR STOCKX & 39-1', '2025-03-10 -10995 EUR ']);
  });

  const part = (amount: string, name: string) =>
    `<TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">${amount}</Amt></TxAmt></AmtDtls><RltdPties><Dbtr><Pty><Nm>${name}</Nm></Pty></Dbtr></RltdPties></TxDtls>`;

  test('a collected booking is its parts when they add up, and else one line', () => {
    const parts = (first: string) => `<NtryDtls>${part(first, 'A')}${part('11.60', 'B')}</NtryDtls>`;
    const answer = read(camt('08', entry(parts('200.00'))));
    expect(linesOf(camt('08', entry(parts('200.00'))))).toEqual(['2025-03-10 20000 EUR A', '2025-03-10 1160 EUR B']);
    expect(answer.ok && answer.statements[0]?.lines.map(({ bankId }) => bankId)).toEqual(['R1/1', 'R1/2']);
    expect(linesOf(camt('08', entry(parts('199.99'))))).toEqual(['2025-03-10 21160 EUR A']);
  });

  test.each([
    [entry('', { status: '<Sts><Cd>PDNG</Cd></Sts>' }), ['3 not-booked']],
    [entry('', { way: 'UP' }), ['3 no-direction']],
    [entry('', { amount: '1.234' }), ['3 too-many-decimals']],
    [entry('').replace('Ccy="EUR"', 'Ccy="USD"'), ['3 other-currency']],
    [entry('').replace('2025-03-10', '2025-02-30'), ['3 no-date']],
  ])('%s is named', (text, problems) => {
    expect(problemsOf(camt('02', text))).toEqual(problems);
  });

  test('entities are refused, and so is what is no statement', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><Document>&b;</Document>`;
    expect(read(bomb)).toMatchObject({ ok: false, problem: 'entities' });
    expect(read('<html><body>no</body></html>')).toMatchObject({ ok: false, problem: 'unknown-format' });
    expect(read('<Document><a></Document>')).toMatchObject({ ok: false, problem: 'broken' });
  });
});

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
    expect(readStatement(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), GBP)).toMatchObject({ problem: 'not-text' });
    expect(read(' \n')).toMatchObject({ problem: 'empty' });
    expect(readStatement(new Uint8Array(20_000_001), GBP)).toMatchObject({ problem: 'too-large' });
  });
});

const SAMPLES = '/work/shared/data/formats';

test.skipIf(!existsSync(SAMPLES))('the samples beside the project (skipped where they are not there)', () => {
  const sample = (name: string, order: 'day-first' | null = null) =>
    readStatement(readFileSync(`${SAMPLES}/${name}`), { currency: 'GBP', order });
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
