import * as z from 'zod/mini';
import type { ExportSettings } from '@/lib/domain/exports/export-settings';

const name = z.string().check(z.maxLength(80));

const USUAL_OWNER = '970';

/** What accounts are called in the accountant's program, and how files are made for it. */
export const exportSettings: z.ZodMiniType<ExportSettings> = z.object({
  accounts: z.object({
    sales: name,
    fees: name,
    shipping: name,
    purchases: name,
    expenses: name,
    bank: name,
    owner: z.prefault(name, USUAL_OWNER),
  }),
  taxNames: z.object({ standard: name, margin: name, zero: name, none: name }),
  feesOnInvoice: z.boolean(),
  dayOrder: z.enum(['day-first', 'month-first']),
  seller: z.object({ name, address: z.string().check(z.maxLength(400)) }),
});

/** As a new organisation of the most used program calls them. */
export const USUAL_EXPORT: ExportSettings = {
  accounts: {
    sales: '200',
    fees: '404',
    shipping: '425',
    purchases: '310',
    expenses: '429',
    bank: 'Checking',
    owner: USUAL_OWNER,
  },
  taxNames: { standard: '20% (VAT on Income)', margin: 'No VAT', zero: 'Zero Rated Income', none: 'No VAT' },
  feesOnInvoice: true,
  dayOrder: 'day-first',
  seller: { name: '', address: '' },
};
