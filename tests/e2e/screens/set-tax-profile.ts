import type { Page } from '@playwright/test';
import { putRows } from '../harness/books';
import { NO_TAX_PROFILE, type TaxProfile } from '../../../lib/domain/tax/tax-profile';

/** Registered for GST, by quarters; worn pairs are second-hand goods. */
const AUSTRALIAN: TaxProfile = {
  ...NO_TAX_PROFILE,
  country: 'AU',
  registered: true,
  scheme: 'margin',
  yearStart: { month: 7, day: 1 },
  invoicePrefix: 'INV-',
};

/** A rate from before the first sale. */
const RATE = { base: 'USD', quote: 'AUD', rateE8: 150_000_000, asOf: Date.UTC(2020, 0, 1), source: 'Typed in' };

/** Says where the seller is taxed, past the form, with a rate into that currency. */
export async function setTaxProfile(page: Page): Promise<void> {
  await putRows(page, 'fxRates', [{ ...RATE, id: `USD/AUD@${RATE.asOf}` }]);
  await page.evaluate((value) => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { set(items: object): Promise<void> } } };
    };
    return chrome.storage.local.set({ 'tax-profile': { v: 1, value } });
  }, AUSTRALIAN);
}
