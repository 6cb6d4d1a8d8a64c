import type { Page } from '@playwright/test';
import { readTables } from '../../scripts/read-tables';
import { syncedSeller } from './harness/books';
import { expect, test } from './harness/extension-test';
import { objections, settle } from './screens/look';

/** A bank's file of many years is read in steps: how far is told, it can be stopped, and the page answers meanwhile. */

test.use({ marketOptions: { listings: 10, orders: 5, seed: 5, speed: 0 } });

const repeat = (rows: number, row: (nth: number) => string) =>
  Array.from({ length: rows }, (_, nth) => row(nth)).join('\n');
const words = 'what the bank says of it at length '.repeat(5);

const FILES = {
  'years.ofx': (rows: number) =>
    `OFXHEADER:100\n\n<OFX><STMTRS><CURDEF>USD<BANKACCTFROM><ACCTID>12345678</BANKACCTFROM><BANKTRANLIST>\n${repeat(
      rows,
      (nth) => `<STMTTRN><DTPOSTED>20250310<TRNAMT>-1.50<FITID>${nth}<NAME>Line ${nth}<MEMO>${words}</STMTTRN>`,
    )}</BANKTRANLIST></STMTRS></OFX>`,
  'years.qif': (rows: number) =>
    `!Type:Bank\n${repeat(rows, (nth) => `D2025-03-10\nT-1.50\nPLine ${nth}\nM${words}\n^`)}\n`,
  'years.xml': (rows: number) =>
    `<Document><BkToCstmrStmt><Stmt><Acct><Ccy>USD</Ccy></Acct>${repeat(
      rows,
      (nth) =>
        `<Ntry><Amt Ccy="USD">1.50</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2025-03-10</Dt></BookgDt><AcctSvcrRef>${nth}</AcctSvcrRef><AddtlNtryInf>${words}</AddtlNtryInf></Ntry>`,
    )}</Stmt></BkToCstmrStmt></Document>`,
} as const;

/** A slower computer, so that what takes a second can be watched. */
async function slowDown(page: Page): Promise<(rate: number) => Promise<void>> {
  const devtools = await page.context().newCDPSession(page);
  return async (rate) => void (await devtools.send('Emulation.setCPUThrottlingRate', { rate }));
}

test('OFX, QIF and CAMT tell how far they are read, and are put away in the middle of it', async ({
  extension,
  market,
}) => {
  test.setTimeout(180_000);
  await syncedSeller(extension, market.token);
  const page = await extension.page('dashboard.html#/bank');
  page.setDefaultTimeout(30_000);
  const setSpeed = await slowDown(page);
  const form = page.getByTestId('bank-import-form');
  const reading = form.getByTestId('statement-reading');
  const choose = (name: keyof typeof FILES, rows: number) =>
    form.locator('input[type=file]').setInputFiles({
      name,
      mimeType: 'text/plain',
      buffer: Buffer.from(FILES[name](rows)),
    });
  await page.getByRole('button', { name: 'Import a statement' }).first().click();
  await expect(form.getByRole('button', { name: 'Take over', exact: true })).toBeVisible();

  for (const name of ['years.ofx', 'years.qif', 'years.xml'] as const)
    await test.step(name, async () => {
      await setSpeed(3);
      await choose(name, 45_000);
      const far = reading.getByRole('progressbar');
      await expect
        .poll(async () => Number(await far.getAttribute('aria-valuenow')), { timeout: 45_000, intervals: [50] })
        .toBeGreaterThan(0);
      // However fast the rest would be, it is not done before the button is pressed.
      await setSpeed(10);
      await reading.getByRole('button', { name: 'Stop' }).click();
      await setSpeed(1);
      await expect(reading).toBeHidden();
      // Put away: nothing is offered to be taken over.
      await expect(form.getByTestId('statement-counts')).toHaveCount(0);
      await expect(form.getByRole('button', { name: 'Take over', exact: true })).toBeDisabled();
      await choose(name, 3);
      await expect(form.getByTestId('statement-counts')).toHaveText('3 new, 0 known already');
    });

  await settle(page);
  expect(await objections(page)).toEqual([]);
  const { bankLines, imports } = await readTables(page, ['bankLines', 'imports']);
  expect([bankLines, imports]).toEqual([[], []]);
});
