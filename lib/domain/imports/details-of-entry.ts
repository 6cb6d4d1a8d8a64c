import type { SaleDetails } from '../sales/sale';
import type { SaleEntry } from './entry';

/** Details of a sale a file tells of. */
export function detailsOfEntry(entry: SaleEntry, match: 'auto' | 'own'): SaleDetails {
  const { buyer, country, invoiceNumber, marketplaceTax, note, source } = entry;
  return { buyer, country, invoiceNumber, marketplaceTax, note, imported: { source, match, ...foldedOf(entry) } };
}

/** The fees its figures count, where the file told any in rows of their own. */
export function foldedOf({ folded }: SaleEntry): { readonly folded?: readonly string[] } {
  return folded === undefined ? {} : { folded };
}
