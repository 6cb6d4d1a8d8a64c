import { readTables } from '../../scripts/read-tables';
import { ask, putRows, syncedSeller } from './harness/books';
import { expect, test } from './harness/extension-test';
import { objections, settle } from './screens/look';

/** Statements of several kinds, matched by rule and by hand, taken back whole; rates of the ECB by file. */

test.use({ marketOptions: { listings: 30, orders: 20, seed: 5, speed: 0 } });

const DAY_MS = 24 * 60 * 60_000;
const dayBefore = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

const ofx = {
  name: 'march.ofx',
  mimeType: 'application/x-ofx',
  buffer: Buffer.from(
    `OFXHEADER:100\nDATA:OFXSGML\nCHARSET:1252\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD
<BANKACCTFROM><BANKID>1<ACCTID>12345678<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST>
${[
  [5, '211.60', 'STOCKX PAYOUT', '39000002-38900002'],
  [4, '-12.50', 'ROYAL MAIL', 'labels'],
  [3, '500.00', 'SOMEBODY ELSE', ''],
  [2, '-8.00', 'BOX SHOP', ''],
  [1, 'twelve', 'BROKEN', ''],
]
  .map(
    ([days, amount, name, memo], nth) =>
      `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>${dayBefore(Number(days)).replaceAll('-', '')}<TRNAMT>${String(amount)}<FITID>F${nth}<NAME>${String(name)}<MEMO>${String(memo)}</STMTTRN>`,
  )
  .join('\n')}
</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`,
  ),
};

const qif = {
  name: 'card.qif',
  mimeType: 'text/plain',
  buffer: Buffer.from('!Type:CCard\nD03/04/2025\nT-1,109.95\nPNIKE\n^\n'),
};

test('statements: looked at, matched, made expenses of, taken back', async ({ extension, market }) => {
  test.setTimeout(150_000);
  const quiet = await syncedSeller(extension, market.token);
  const added = await ask(quiet, 'payouts/add', {
    platform: 'stockx',
    ref: '39000002-38900002',
    paidOn: dayBefore(6),
    amount: { minor: 21_160, currency: 'USD' },
    note: '',
  });
  expect(added.ok).toBe(true);
  const page = await extension.page('dashboard.html#/bank');
  page.setDefaultTimeout(15_000);
  const rows = () => page.getByRole('table', { name: 'Lines of the statements' }).getByRole('row');
  const table = async (name: 'bankLines' | 'payouts' | 'expenses' | 'imports' | 'sales') =>
    (await readTables(page, [name]))[name];
  const form = page.getByTestId('bank-import-form');
  const drawer = page.getByTestId('bank-line');
  const importFile = async (file: typeof ofx) => {
    await page.getByRole('button', { name: 'Import a statement' }).first().click();
    await form.locator('input[type=file]').setInputFiles(file);
  };

  await test.step('a payout waits, and no statement is there yet', async () => {
    await page.getByRole('button', { name: /^Payouts to come/ }).click();
    await expect(page.getByTestId('waiting-payout')).toHaveCount(1);
    await settle(page);
    expect(await objections(page)).toEqual([]);
    await page.getByRole('button', { name: /^To match/ }).click();
  });

  await test.step('a file is looked at first; the line nobody can read is named', async () => {
    await importFile(ofx);
    await expect(form.getByTestId('statement-counts')).toHaveText('4 new, 0 known already');
    await expect(form.getByText('1 line could not be read')).toBeVisible();
    expect(await table('bankLines')).toEqual([]);
    await settle(page);
    expect(await objections(page)).toEqual([]);
    await form.getByRole('button', { name: 'Take over 4 lines' }).click();
    await expect(page.getByText('4 lines added, 0 known already, 1 matched by rule')).toBeVisible();
    // The heading row, and three lines that wait for a word.
    await expect(rows()).toHaveCount(4);
    await settle(page);
    expect(await objections(page)).toEqual([]);
  });

  await test.step('the same file again adds nothing', async () => {
    await importFile(ofx);
    await expect(form.getByTestId('statement-counts')).toHaveText('0 new, 4 known already');
    await page.keyboard.press('Escape');
    await expect(form).toBeHidden();
  });

  await test.step('money that went out becomes an expense, and back', async () => {
    await page.getByRole('button', { name: 'ROYAL MAIL' }).click();
    // Nothing fits what went out, so it is open from the start.
    await drawer.getByLabel('Category').selectOption('postage');
    await settle(page);
    expect(await objections(page)).toEqual([]);
    await drawer.getByRole('button', { name: 'Write it down' }).click();
    await expect(drawer.getByText('said by you')).toBeVisible();
    expect(await table('expenses')).toMatchObject([{ category: 'postage', amount: { minor: 1250 } }]);
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
    await page.keyboard.press('Control+z');
    await expect.poll(() => table('expenses')).toEqual([]);
    await expect(rows()).toHaveCount(4);
  });

  await test.step('sales are picked by hand and paid by that line', async () => {
    // The newest: older ones than a bank line reaches back are not offered.
    const [sale] = (await table('sales'))
      .filter(({ status }) => status === 'completed')
      .sort((a, b) => Number(b.soldAt) - Number(a.soldAt));
    await putRows(quiet, 'sales', [{ ...sale, payout: { minor: 50_000, currency: 'USD' } }]);
    await page.getByRole('button', { name: 'SOMEBODY ELSE' }).click();
    await drawer.getByLabel('It is').selectOption({ label: 'Sales that were paid together' });
    await drawer.getByRole('checkbox', { name: /^\$500\.00/ }).check();
    await expect(drawer.getByText('$500 marked; the line is $500')).toBeVisible();
    await drawer.getByRole('button', { name: 'Match', exact: true }).click();
    await expect(drawer.getByRole('button', { name: 'Take the match back' })).toBeVisible();
    const paid = (await table('sales')).filter((row) => row.paid !== null);
    expect(paid).toMatchObject([{ id: sale?.id }]);
    await settle(page);
    expect(await objections(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
  });

  await test.step('a line is set aside, found among those, and taken up again', async () => {
    await page.getByRole('button', { name: 'BOX SHOP' }).click();
    await drawer.getByRole('button', { name: 'Set aside' }).click();
    await drawer.getByRole('button', { name: 'Take up again' }).click();
    await expect(drawer.getByRole('button', { name: 'Set aside' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
  });

  await test.step('a date nobody can tell is asked about', async () => {
    await importFile(qif);
    await expect(form.getByText(/Examples: 03\/04\/2025/)).toBeVisible();
    await expect(form.getByRole('button', { name: 'Take over', exact: true })).toBeDisabled();
    await form.getByLabel('Which figure is the day?').selectOption('day-first');
    await expect(form.getByText('3 Apr 2025')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(form).toBeHidden();
  });

  await test.step('the whole statement is taken back', async () => {
    await page.getByRole('button', { name: 'More about the bank' }).click();
    await page.getByRole('menuitem', { name: 'Accounts and statements' }).click();
    const accounts = page.getByTestId('bank-accounts');
    await expect(accounts.getByTestId('bank-import')).toHaveCount(1);
    await settle(page);
    expect(await objections(page)).toEqual([]);
    await accounts.getByRole('button', { name: 'Take back' }).click();
    await expect.poll(() => table('bankLines')).toEqual([]);
    expect(await table('payouts')).toMatchObject([{ platform: 'stockx', bankLineId: null }]);
    expect((await table('sales')).filter((row) => row.paid !== null)).toEqual([]);
    await page.keyboard.press('Escape');
  });
});

test('rates: nothing is asked without permission; a file of the ECB fills in what is missing', async ({
  extension,
  market,
}) => {
  test.setTimeout(90_000);
  const quiet = await syncedSeller(extension, market.token);
  expect(await ask(quiet, 'fx/fetch-ecb', { days: 'today' })).toMatchObject({
    ok: false,
    error: { code: 'not-allowed' },
  });
  const page = await extension.page('options.html#/settings?view=currency');
  page.setDefaultTimeout(15_000);
  await page.getByLabel('Show profit in').first().fill('GBP');
  await page.getByRole('option', { name: /^GBP/ }).click();
  await expect(page.getByRole('button', { name: 'Allow asking the ECB' })).toBeVisible();
  await expect(page.getByText(/stored without a rate/)).toBeVisible();
  const history = ['Date,USD,GBP,', ...Array.from({ length: 100 }, (_, nth) => `${dayBefore(nth + 1)},1.1,0.88,`)].join(
    '\n',
  );
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'eurofxref-hist.csv', mimeType: 'text/csv', buffer: Buffer.from(history) });
  await expect(page.getByText('Rates of 100 days kept.')).toBeVisible();
  await expect(page.getByRole('cell', { name: `ECB, ${dayBefore(1)}, through EUR` })).toBeVisible();
  await settle(page);
  expect(await objections(page)).toEqual([]);
  await page.getByRole('button', { name: 'Fill in missing rates' }).click();
  await expect(page.getByText(/stored without a rate/)).toBeHidden();
  const { sales } = await readTables(page, ['sales']);
  expect(sales.every(({ fx }) => (fx as { rateE8: number } | null)?.rateE8 === 80_000_000)).toBe(true);
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/stored without a rate/)).toBeVisible();
});
