import type { Page } from '@playwright/test';
import type { TypicalSeller } from './typical-seller';

/** One screen of the app, or something open on it. */
export interface Place {
  readonly name: string;
  readonly hash: string;
  /** Its first heading. */
  readonly title: string | RegExp;
}

const SECTIONS = [
  'connection',
  'vault',
  'sites',
  'site-fees',
  'fees',
  'currency',
  'region',
  'notifications',
  'shortcuts',
  'data',
  'about',
] as const;

const TAX_VIEWS = ['returns', 'stock-book', 'platforms', 'limits', 'filed', 'pack', 'rules', 'setup'] as const;

/** Every screen of the app, for a seller with this product and this pair. */
export function placesOf({ product, compared, pair }: TypicalSeller): readonly Place[] {
  const encoded = encodeURIComponent(product);
  return [
    { name: 'today', hash: '#/today', title: 'Today' },
    { name: 'inventory', hash: '#/inventory', title: 'Inventory' },
    { name: 'selling', hash: '#/selling', title: 'Selling' },
    { name: 'rules', hash: '#/rules', title: 'Rules' },
    { name: 'rules-new', hash: '#/rules?item=new:hold-roi', title: 'New rule' },
    { name: 'rules-run', hash: '#/rules?view=run', title: 'Rules' },
    { name: 'rules-limits', hash: '#/rules?view=limits', title: 'Rules' },
    { name: 'activity', hash: '#/activity', title: 'Activity' },
    { name: 'market', hash: '#/market', title: 'Market' },
    { name: 'product', hash: `#/market?product=${encoded}`, title: /./ },
    { name: 'compare', hash: `#/market?view=compare&item=${compared.map(encodeURIComponent).join(',')}`, title: /./ },
    { name: 'page', hash: '#/page', title: 'This page' },
    { name: 'watch', hash: '#/watch', title: 'Watch' },
    { name: 'watch-alerts', hash: '#/watch?view=alerts', title: 'Watch' },
    { name: 'watch-history', hash: '#/watch?view=history', title: 'Watch' },
    { name: 'releases', hash: '#/releases', title: 'Releases' },
    { name: 'releases-month', hash: '#/releases?view=month', title: 'Releases' },
    { name: 'orders', hash: '#/orders', title: 'Orders' },
    { name: 'orders-moving', hash: '#/orders?view=moving', title: 'Orders' },
    { name: 'orders-done', hash: '#/orders?view=done', title: 'Orders' },
    { name: 'sales', hash: '#/sales', title: 'Sales' },
    { name: 'expenses', hash: '#/expenses', title: 'Expenses' },
    { name: 'expenses-recurring', hash: '#/expenses?view=recurring', title: 'Expenses' },
    { name: 'expenses-fees', hash: '#/expenses?view=fees', title: 'Expenses' },
    { name: 'add-expense', hash: '#/expenses?add=expense', title: 'Expenses' },
    { name: 'add-mileage', hash: '#/expenses?add=mileage', title: 'Expenses' },
    { name: 'add-recurring', hash: '#/expenses?add=recurring', title: 'Expenses' },
    { name: 'bank', hash: '#/bank', title: 'Bank' },
    { name: 'bank-all', hash: '#/bank?view=all', title: 'Bank' },
    { name: 'bank-payouts', hash: '#/bank?view=payouts', title: 'Bank' },
    { name: 'bank-line', hash: '#/bank?item=bank-0', title: 'Bank' },
    { name: 'pnl', hash: '#/pnl', title: 'P&L' },
    { name: 'files', hash: '#/files', title: 'Files' },
    { name: 'files-past', hash: '#/files?view=past', title: 'Files' },
    ...TAX_VIEWS.map((view) => ({ name: `tax-${view}`, hash: `#/tax?view=${view}`, title: 'Tax' })),
    { name: 'pnl-year', hash: '#/pnl?view=year', title: 'P&L' },
    { name: 'pnl-groups', hash: '#/pnl?view=year&f=groups', title: 'P&L' },
    { name: 'pnl-stock', hash: '#/pnl?f=stock', title: 'P&L' },
    { name: 'pnl-missing', hash: '#/pnl?f=missing', title: 'P&L' },
    { name: 'pnl-what-if', hash: '#/pnl?f=what-if', title: 'P&L' },
    { name: 'pnl-reports', hash: '#/pnl?f=reports', title: 'P&L' },
    ...SECTIONS.map((view) => ({ name: `settings-${view}`, hash: `#/settings?view=${view}`, title: 'Settings' })),
    { name: 'diagnostics', hash: '#/diagnostics', title: 'Diagnostics' },
    { name: 'pair', hash: `#/inventory?pair=${pair}`, title: /Inventory|Pair/ },
    { name: 'add', hash: '#/inventory?add=1', title: 'Inventory' },
    { name: 'edit', hash: `#/inventory?pair=${pair}&add=edit`, title: /Inventory|Pair/ },
    { name: 'sell', hash: `#/inventory?pair=${pair}&add=sell`, title: /Inventory|Pair/ },
  ];
}

/** Something that opens over a screen and is closed with Escape. */
export interface Layer {
  readonly name: string;
  readonly hash: string;
  readonly open: (page: Page) => Promise<void>;
}

const dialog = (page: Page) => page.getByRole('dialog').first().waitFor();
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

async function mark(page: Page): Promise<void> {
  await page.getByRole('row').nth(1).getByRole('link').first().focus();
  await page.keyboard.press('x');
  await page.getByTestId('bulk-bar').waitFor();
}

/** Dialogs, menus, tips and messages, each once. */
export const LAYERS: readonly Layer[] = [
  {
    name: 'palette',
    hash: '#/today',
    open: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByRole('textbox').fill('dunk');
      await page.getByRole('dialog').getByText(/Dunk/).first().waitFor();
    },
  },
  {
    name: 'tip',
    hash: '#/today',
    open: async (page) => {
      await page.getByTestId('profit-30d').getByRole('note').first().focus();
      await page.getByRole('tooltip').waitFor();
    },
  },
  {
    name: 'filter',
    hash: '#/inventory',
    open: async (page) => {
      await page.getByTestId('filter').click();
      await page.getByRole('listbox').waitFor();
    },
  },
  {
    name: 'display',
    hash: '#/inventory',
    open: async (page) => {
      await page.getByTestId('display').click();
      await dialog(page);
    },
  },
  {
    name: 'views',
    hash: '#/inventory',
    open: async (page) => {
      await page.getByTestId('views').click();
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'keys',
    hash: '#/inventory',
    open: async (page) => {
      await page.keyboard.press('Shift+?');
      await dialog(page);
    },
  },
  {
    name: 'bulk',
    hash: '#/inventory',
    open: async (page) => {
      await mark(page);
      await page.getByTestId('bulk-more').click();
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'bulk-limits',
    hash: '#/inventory',
    open: async (page) => {
      await mark(page);
      await page.getByTestId('bulk-more').click();
      await page.getByRole('menuitem', { name: 'Price limits…' }).click();
      await dialog(page);
    },
  },
  {
    name: 'bulk-cost',
    hash: '#/inventory',
    open: async (page) => {
      await mark(page);
      await page.getByTestId('bulk-bar').getByRole('button', { name: 'Cost' }).click();
      await dialog(page);
    },
  },
  {
    name: 'toast',
    hash: '#/inventory',
    open: async (page) => {
      await mark(page);
      await page.getByTestId('bulk-more').click();
      await page.getByRole('menuitem', { name: 'Duplicate' }).click();
      await page.getByRole('button', { name: 'Undo' }).waitFor();
    },
  },
  {
    name: 'add-watch',
    hash: '#/watch',
    open: async (page) => {
      await press(page, 'Add to watch list');
      await page.getByRole('menuitem', { name: 'Find a shoe' }).click();
      await dialog(page);
    },
  },
  {
    name: 'order',
    hash: '#/orders?view=moving',
    open: async (page) => {
      await page.getByRole('row').nth(1).getByRole('link').first().click();
      await page.getByTestId('order-history').waitFor();
    },
  },
  {
    name: 'order-confirm',
    hash: '#/orders?view=to-confirm',
    open: async (page) => {
      await mark(page);
      await page.keyboard.press('b');
      await page.getByTestId('order-dialog-text').waitFor();
    },
  },
  {
    name: 'order-labels',
    hash: '#/orders?view=to-ship',
    open: async (page) => {
      await mark(page);
      await page.keyboard.press('Control+a');
      await page.keyboard.press('p');
      await dialog(page);
    },
  },
  {
    name: 'delete',
    hash: '#/settings?view=data',
    open: async (page) => {
      await press(page, 'Delete everything');
      await dialog(page);
    },
  },
];
