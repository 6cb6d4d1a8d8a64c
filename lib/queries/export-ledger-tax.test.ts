import { describe, expect, test } from 'vitest';
import type { TaxTreatment } from '@/lib/domain/inventory/pair';
import type { Money } from '@/lib/domain/money/money';
import { NO_TAX_PROFILE, type TaxProfile } from '@/lib/domain/tax/tax-profile';
import { makeSale, NOON, usd } from '@/tests/fixtures/builders';
import { january, makeBooks, request } from '@/tests/fixtures/export-books';
import { exportLedger } from './export-ledger';

describe('what stands on the papers', () => {
  const british: TaxProfile = { ...NO_TAX_PROFILE, country: 'GB', registered: true, invoicePrefix: 'M-' };
  const tax = (treatment: TaxTreatment | null, inputTax: Money | null = null) => {
    return { treatment, note: '', purchaseInvoice: '', inputTax };
  };

  test('an invoice of margin goods has the number of the stock book; a note several sales share is told apart', async () => {
    const db = await makeBooks();
    await db.inventory.update('p-1', { tax: tax('margin') });
    await db.stockBook.add({ id: 'p-1', number: 12, at: NOON });
    await db.sales.bulkAdd(
      ['told-000001', 'told-000002'].map((id) =>
        makeSale({ id, externalOrderId: id, orderNumber: 'cash', soldAt: january(25), marketplace: 'in-person' }),
      ),
    );
    const { sales } = await exportLedger(db, { ...request, tax: british });
    expect(sales.map(({ id, invoiceNumber }) => [id, invoiceNumber])).toEqual([
      ['s-1', 'M-12'],
      ['s-2', ''],
      ['told-000001', 'cash-000001'],
      ['told-000002', 'cash-000002'],
    ]);
  });

  test('by payment, tax is that of the day of the sale: registered in between', async () => {
    const profile = { ...british, registeredOn: '2026-01-12' } as const;
    const { sales } = await exportLedger(await makeBooks(), { ...request, basis: 'cash', tax: profile });
    expect(sales.map(({ on, treatment, tax: shown }) => [on, treatment, shown])).toEqual([['2026-01-14', null, null]]);
  });

  test('tax on a purchase invoice is told while it comes back, and to nobody who is not registered', async () => {
    const db = await makeBooks();
    await db.inventory.update('p-1', { tax: tax(null, usd(10)) });
    const taxes = async (profile: TaxProfile) =>
      (await exportLedger(db, { ...request, tax: profile })).purchases.map(({ tax: shown }) => shown);
    expect(await taxes(british)).toEqual([usd(10), null]);
    expect(await taxes({ ...british, registered: false })).toEqual([null, null]);
  });
});
