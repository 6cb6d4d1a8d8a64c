import type { FeeKind, LedgerSale, LedgerSpending } from '@/lib/domain/exports/ledger';
import type { SalePlatform } from '@/lib/domain/sales/sale';

/** Names that stand in files; they come from where all words of the screens are kept. */
export interface ExportWords {
  platform(platform: SalePlatform): string;
  category(category: LedgerSpending['category']): string;
  fee(kind: FeeKind): string;
}

/** @example `Dunk Low Panda DD1391-100 US 10` */
export function itemText({ name, styleCode, size }: Pick<LedgerSale, 'name' | 'styleCode' | 'size'>): string {
  return [name, styleCode, size].filter((part) => part !== '').join(' ');
}

/** What names the invoice of a sale: the seller's own number, else the platform's, else the row's. */
export function invoiceNumberOf({ invoiceNumber, orderNumber, id }: LedgerSale): string {
  return invoiceNumber || orderNumber || id;
}

/** Of the credit note that takes an invoice back. @example invoice `M-12`: `M-12-CN` */
export function creditNumberOf(sale: LedgerSale): string {
  return `${invoiceNumberOf(sale)}-CN`;
}
