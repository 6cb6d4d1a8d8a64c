import { describe, expect, test } from 'vitest';
import { bytes, GBP, linesOf, problemsOf, read, readNow } from '@/tests/fixtures/statement-text';

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
      const answer = readNow(file, GBP);
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
