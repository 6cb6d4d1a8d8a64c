import { expect, test } from 'vitest';
import { readNow } from '@/tests/fixtures/statement-text';
import { planStatement } from '@/lib/domain/reconcile/plan-statement';
import type { StatementOptions } from './statement';

function linesOf(text: string, currency: StatementOptions['currency']) {
  const answer = readNow(new TextEncoder().encode(text), { currency, order: null });
  return answer.ok ? (answer.statements[0]?.lines ?? []) : [];
}

test.each([
  ['-1,000', 'USD', -100_000],
  ['1.000', 'EUR', 100_000],
  ['1,000', 'JPY', 1000],
  ['1,000', 'KWD', 1000],
  ['12.50', 'USD', 1250],
  ['0.500', 'USD', 50],
] as const)('QIF: %s in %s; Quicken groups thousands, and a thousand is no 1.00', (amount, currency, minor) => {
  expect(linesOf(`!Type:Bank\nD2025-03-10\nT${amount}\n^\n`, currency)).toMatchObject([
    { amount: { minor, currency } },
  ]);
});

test.each(['OFX', 'QIF', 'CSV'])('%s: an account number where the amount belongs is no amount', (kind) => {
  const figure = '1234567890123.00';
  const files: Readonly<Record<string, string>> = {
    OFX: `OFXHEADER:100\n<OFX><STMTRS><BANKTRANLIST><STMTTRN><DTPOSTED>20250310<TRNAMT>${figure}<FITID>1</STMTTRN></BANKTRANLIST></STMTRS></OFX>`,
    QIF: `!Type:Bank\nD2025-03-10\nT${figure}\n^\n`,
    CSV: `Date,Amount,Description\n2025-03-10,${figure},X\n`,
  };
  const read = readNow(new TextEncoder().encode(files[kind]), { currency: 'GBP', order: null });
  expect(read).toMatchObject({ ok: true, problems: [{ reason: 'no-amount' }] });
});

test('CAMT: equal parts that all carry the number of the whole are two bookings', () => {
  const part = `<TxDtls><Refs><AcctSvcrRef>R1</AcctSvcrRef></Refs><AmtDtls><TxAmt><Amt Ccy="EUR">105.80</Amt></TxAmt></AmtDtls></TxDtls>`;
  const entry = `<Ntry><Amt Ccy="EUR">211.60</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2025-03-10</Dt></BookgDt>
    <AcctSvcrRef>R1</AcctSvcrRef><NtryDtls>${part}${part}</NtryDtls></Ntry>`;
  const lines = linesOf(`<Document><BkToCstmrStmt><Stmt>${entry}</Stmt></BkToCstmrStmt></Document>`, 'EUR');
  expect(lines.map(({ bankId }) => bankId)).toEqual(['R1/1', 'R1/2']);
  expect(planStatement(lines, [], 'camt').fresh).toHaveLength(2);
});
