import { describe, expect, test } from 'vitest';
import { linesOf, problemsOf, read } from '@/tests/fixtures/statement-text';

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
