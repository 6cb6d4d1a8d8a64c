import { readTables } from '../../scripts/read-tables';
import { putRows, syncedSeller } from './harness/books';
import { expect, test } from './harness/extension-test';
import { objections, overflow, settle } from './screens/look';

/** The books of a seller from the first figure to a kept report: expenses below the lines, costs typed in, values kept. */

test.use({ marketOptions: { listings: 40, orders: 30, seed: 5, speed: 0 } });

const NOW = Date.now();
const expense = (id: string, minor: number) => ({
  id,
  createdAt: NOW,
  updatedAt: NOW,
  deletedAt: null,
  category: 'storage',
  amount: { minor, currency: 'USD' },
  tax: null,
  spentAt: NOW,
  supplier: 'Shelf Co',
  note: '',
  pairIds: [],
  split: 'value',
  mileage: null,
  recurringId: null,
  importId: null,
  fx: null,
});

test('a year: overhead, groups, missing costs, stock, what if, and a report that is the same to the cent until it is not', async ({
  extension,
  market,
}) => {
  test.setTimeout(180_000);
  const quiet = await syncedSeller(extension, market.token);
  const { sales, inventory } = await readTables(quiet, ['sales', 'inventory']);
  const standing = sales.filter((sale) => sale.status !== 'reversed');
  const sold = new Set(standing.map((sale) => sale.pairId));
  // Every sold pair but one cost $50: the profit can be known.
  const pairs = inventory.filter((pair) => sold.has(pair.id));
  const [without] = pairs;
  const boughtAt = NOW - 300 * 24 * 3600_000;
  const costed = pairs.map((pair) =>
    pair.id === without?.id
      ? { ...pair, cost: null }
      : { ...pair, cost: { minor: 5000, currency: 'USD' }, boughtAt: Math.min(boughtAt, Number(pair.soldAt)) },
  );
  await putRows(quiet, 'inventory', costed);
  await putRows(quiet, 'expenses', [expense('storage', 1200)]);
  const page = await extension.page('dashboard.html#/pnl?view=all');
  page.setDefaultTimeout(20_000);
  const line = (id: string) => page.getByTestId('pnl-statement').locator(`[data-line="${id}"] td`);
  const looksGood = async () => {
    await settle(page);
    expect(await objections(page)).toEqual([]);
  };

  await test.step('the statement adds up, overhead below the lines', async () => {
    await expect(line('overhead')).toContainText('12.00');
    const cents = async (id: string) => {
      const text = (await line(id).innerText()).replaceAll('−', '-').replaceAll(/[^0-9.-]/g, '');
      return Math.round(Number(text) * 100);
    };
    expect((await cents('lines')) - 1200).toBe(await cents('after'));
    await looksGood();
  });

  await test.step('what alias took is split by the fee profile; what it does not explain leads to its correction', async () => {
    const fees = page.getByTestId('pnl-fees');
    const cents = async (id: string) => {
      const cell = line(id);
      if ((await cell.count()) === 0) return 0;
      return Math.round(Number((await cell.innerText()).replaceAll(/[^0-9.]/g, '')) * 100);
    };
    const paid = async () => (await cents('revenue')) - (await cents('cash-out')) - (await cents('net'));
    await expect(fees.getByText('Commission', { exact: true }).first()).toBeVisible();
    await expect(line('sellerFee')).toBeVisible();
    await expect(line('unsplit')).toHaveCount(0);
    expect((await cents('commission')) + (await cents('sellerFee'))).toBe(await paid());
    await line('commission').getByRole('note').focus();
    await expect(page.getByRole('tooltip')).toContainText('split by your fee profile, which explains each payout');
    await page.keyboard.press('Escape');
    // One order took $1.00 more than the profile has it: its whole take stays in a line of its own.
    const other = standing.find((sale) => sale.pairId !== without?.id && sale.payout !== null);
    const payout = other?.payout as { minor: number; currency: string };
    await putRows(quiet, 'sales', [{ ...other, payout: { ...payout, minor: payout.minor - 100 } }]);
    await page.reload();
    await expect(line('unsplit')).toHaveCount(1);
    expect((await cents('commission')) + (await cents('sellerFee')) + (await cents('unsplit'))).toBe(await paid());
    await looksGood();
    await expect(page.getByRole('link', { name: 'Compare your fee profile with what was taken' })).toHaveAttribute(
      'href',
      /expenses.*view=fees/,
    );
    await putRows(quiet, 'sales', [{ ...other }]);
    await page.reload();
    await expect(line('unsplit')).toHaveCount(0);
  });

  await test.step('costs by three methods stand side by side', async () => {
    await expect(page.getByTestId('pnl-methods').locator('tbody tr')).toHaveCount(3);
  });

  await test.step('a tag leads to its lines', async () => {
    await page.getByTestId('pnl-groups').click();
    await page.getByRole('button', { name: 'Tag', exact: true }).click();
    await page.getByRole('button', { name: 'No tag' }).click();
    const drawer = page.getByRole('dialog', { name: 'No tag' });
    await expect(drawer.getByRole('listitem').first()).toBeVisible();
    await looksGood();
    await page.keyboard.press('Escape');
  });

  await test.step('a report is kept, and is the same to the cent', async () => {
    await page.getByTestId('pnl-overview').click();
    await page.getByRole('button', { name: 'Keep this report' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('First year');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('First year is kept.')).toBeVisible();
    await page.getByTestId('pnl-reports').click();
    await page.getByRole('button', { name: 'First year', exact: true }).click();
    await expect(page.getByText('Same to the cent.')).toBeVisible();
    await looksGood();
    await page.keyboard.press('Escape');
  });

  await test.step('the missing cost is typed in where it is missing; the report then names the row', async () => {
    await page.getByTestId('pnl-missing').click();
    await page.getByTestId('cost').first().click();
    await page.getByRole('textbox', { name: /Cost of/ }).fill('61');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Every sale has its cost')).toBeVisible();
    await page.locator('a[data-testid=pnl-reports]').click();
    await page.getByRole('button', { name: 'First year', exact: true }).click();
    await expect(page.getByText('1 row has changed since.')).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('a report is removed, and comes back', async () => {
    await page.getByRole('button', { name: 'More for First year' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await expect(page.getByText('No report is kept')).toBeVisible();
    await page.getByText('First year is removed.').locator('..').getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('button', { name: 'First year', exact: true })).toBeVisible();
  });

  await test.step('the value of today is kept once, and what another rating would change is told', async () => {
    await page.getByTestId('pnl-stock').click();
    await page.getByRole('button', { name: "Keep today's value" }).click();
    await expect(page.getByText(/The value of .* is kept/)).toBeVisible();
    await looksGood();
    const { stockValuations } = await readTables(page, ['stockValuations']);
    expect(stockValuations).toHaveLength(1);
    await page.getByTestId('pnl-what-if').click();
    await expect(page.getByTestId('pnl-tiers').locator('tbody tr')).toHaveCount(4);
    await looksGood();
  });

  await test.step('a pair that was lost is a line of its own, which leads to the pair', async () => {
    await page.getByTestId('pnl-overview').click();
    const before = (await line('after').textContent()) ?? '';
    const unsold = inventory.find((pair) => !sold.has(pair.id));
    const gone = { status: 'written-off', writtenOffAt: NOW, cost: { minor: 4500, currency: 'USD' }, otherCosts: null };
    await putRows(quiet, 'inventory', [{ ...unsold, ...gone }]);
    await page.reload();
    await expect(line('write-offs')).toContainText('−$45.00');
    await expect(line('after')).not.toHaveText(before);
    await page.getByRole('button', { name: 'Pairs written off' }).click();
    const drawer = page.getByTestId('pnl-write-offs');
    await expect(drawer.getByRole('listitem')).toHaveCount(1);
    await expect(drawer.getByRole('listitem')).toContainText('$45.00');
    await expect(drawer.getByRole('link')).toHaveAttribute('href', new RegExp(`pair=${String(unsold?.id)}`));
    await looksGood();
    await page.keyboard.press('Escape');
    await expect(drawer.getByRole('listitem')).toHaveCount(0);
  });

  await test.step('by cash nothing is paid yet: every sale is unsettled', async () => {
    await page.getByTestId('pnl-overview').click();
    await page.getByRole('combobox', { name: 'When a sale counts' }).selectOption('cash');
    await expect(page.getByText('are not paid yet and count when they are')).toBeVisible();
    await page.setViewportSize({ width: 360, height: 780 });
    await settle(page);
    expect(await overflow(page)).toBe(0);
  });
});
