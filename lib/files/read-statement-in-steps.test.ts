import { describe, expect, test } from 'vitest';
import { bytes, GBP, linesOf, problemsOf } from '@/tests/fixtures/statement-text';
import { readStatement } from './read-statement';

const many = (rows: number, row: (nth: number) => string) =>
  Array.from({ length: rows }, (_, nth) => row(nth)).join('\n');

/** Files of so many bookings of -1.50 each. */
const LONG: Readonly<Record<string, (rows: number) => string>> = {
  CSV: (rows) => `Date,Description,Amount\n${many(rows, (nth) => `2025-03-10,Line ${nth},-1.50`)}`,
  OFX: (rows) =>
    `OFXHEADER:100\n<OFX><STMTRS><CURDEF>GBP<BANKTRANLIST>\n${many(
      rows,
      (nth) => `<STMTTRN><DTPOSTED>20250310<TRNAMT>-1.50<FITID>${nth}<NAME>Line ${nth}</STMTTRN>`,
    )}</BANKTRANLIST></STMTRS></OFX>`,
  QIF: (rows) => `!Type:Bank\n${many(rows, (nth) => `D2025-03-10\nT-1.50\nPLine ${nth}\n^`)}\n`,
  CAMT: (rows) => camt(many(rows, (nth) => `<Ntry>${booking('1.50')}<AcctSvcrRef>${nth}</AcctSvcrRef></Ntry>`)),
  'one collected booking of CAMT': (rows) =>
    camt(
      `<Ntry>${booking(((rows * 150) / 100).toFixed(2))}<NtryDtls>${many(
        rows,
        (nth) =>
          `<TxDtls><Refs><TxId>${nth}</TxId></Refs><AmtDtls><TxAmt><Amt Ccy="GBP">1.50</Amt></TxAmt></AmtDtls></TxDtls>`,
      )}</NtryDtls></Ntry>`,
    ),
};
const camt = (entries: string) => `<Document><BkToCstmrStmt><Stmt>${entries}</Stmt></BkToCstmrStmt></Document>`;
const booking = (amount: string) =>
  `<Amt Ccy="GBP">${amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2025-03-10</Dt></BookgDt>`;

describe.each(Object.entries(LONG))('%s', (_, file) => {
  const quiet = () => new AbortController().signal;

  test('a long one is read in many small steps, and how far is told', async () => {
    const shares: number[] = [];
    const onShare = (share: number) => shares.push(share);
    const read = await readStatement(bytes(file(20_000)), { ...GBP, onShare, signal: quiet() });
    const lines = read.ok ? (read.statements[0]?.lines ?? []) : [];
    expect(lines).toHaveLength(20_000);
    expect(lines.every(({ amount }) => amount.minor === -150)).toBe(true);
    expect(shares.length).toBeGreaterThan(80);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares[0]).toBeGreaterThanOrEqual(0);
    expect(shares.at(-1)).toBeGreaterThan(0.9);
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });

  test('one line too many is refused', async () => {
    const options = { ...GBP, onShare: () => {}, signal: quiet() };
    expect(await readStatement(bytes(file(50_001)), options)).toMatchObject({ ok: false, problem: 'too-many-lines' });
  });

  test('stopped in between, nothing is told any more', async () => {
    const stop = new AbortController();
    const shares: number[] = [];
    const onShare = (share: number) => {
      shares.push(share);
      if (shares.length === 5) stop.abort(new Error('stopped'));
    };
    const reading = readStatement(bytes(file(20_000)), { ...GBP, onShare, signal: stop.signal });
    await expect(reading).rejects.toThrow('stopped');
    expect(shares).toHaveLength(5);
  });
});

test.each(['CSV', 'OFX', 'QIF'])(
  '%s: one that is far too long is refused before it is read to its end',
  async (kind) => {
    const shares: number[] = [];
    const [signal, onShare] = [new AbortController().signal, (share: number) => shares.push(share)];
    const read = await readStatement(bytes(LONG[kind]?.(200_000) ?? ''), { ...GBP, onShare, signal });
    expect(read).toMatchObject({ ok: false, problem: 'too-many-lines' });
    expect(shares.at(-1)).toBeLessThan(0.5);
  },
);

test('wherever the pieces of a CAMT file end, it is read the same', () => {
  const odd = `<!-- <Ntry> a > b --><Ntry>${booking('1.50')}<NtryDtls><TxDtls><RltdPties><Cdtr><Nm>A &amp; <![CDATA[<B>]]></Nm></Cdtr></RltdPties></TxDtls></NtryDtls></Ntry>`;
  for (let fill = 63_600; fill < 64_100; fill += 1) {
    const file = camt(`<Note>${'x'.repeat(fill)}</Note>${odd}<Ntry>${booking('2.50')}</Ntry>`);
    expect(linesOf(file)).toEqual(['2025-03-10 -150 GBP A & <B>', '2025-03-10 -250 GBP ']);
  }
});

test('a comment without end is given up on, and soon', () => {
  expect(linesOf(`<Document><!-- ${'<a> '.repeat(4_000_000)}`)).toBe('broken');
});

test.each([
  ['lines ended by carriage returns alone', 'Date,Name,Amount\r2025-03-10,A,5.00\r2025-03-11,B,-5.00\r'],
  ['lines ended in three ways', 'Date,Name,Amount\r\n2025-03-10,A,5.00\r2025-03-11,B,-5.00\n'],
  ['a mark of UTF-8 before them', '\ufeffDate,Name,Amount\n2025-03-10,A,5.00\n2025-03-11,B,-5.00'],
  ['a line that names the sign', 'sep=;\nDate;Name;Amount\n2025-03-10;A;5,00\n2025-03-11;B;-5,00'],
])('%s', (_, text) => {
  expect(linesOf(text)).toEqual(['2025-03-10 500 GBP A', '2025-03-11 -500 GBP B']);
});

test('a line is the one of the file, also below a cell of several', () => {
  expect(problemsOf('Date,Name,Amount\n2025-03-10,"A\nB",5.00\n\nsoon,C,1.00')).toEqual(['5 no-date']);
});
