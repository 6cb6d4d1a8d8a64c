import type { SaleStatus } from '@/lib/domain/sales/sale';
import { EVERY_SALE, SALE_GROUPS, type SaleFilter } from '@/lib/queries/sale-groups';

const STATUSES: readonly SaleStatus[] = ['pending', 'completed', 'reversed'];

/**
 * A part of the sales as the address keeps it.
 *
 * @example `{ brand: 'New Balance', status: 'pending', … }` is `brand=New+Balance&status=pending`; all sales are null
 */
export function saleFilterText(filter: Partial<SaleFilter>): string | null {
  const params = new URLSearchParams();
  for (const group of SALE_GROUPS) {
    const value = filter[group];
    if (value !== null && value !== undefined) params.set(group, value);
  }
  if (filter.status) params.set('status', filter.status);
  const text = params.toString();
  return text === '' ? null : text;
}

/** The other way round; what it does not know narrows nothing. */
export function parseSaleFilter(text: string | null): SaleFilter {
  if (text === null) return EVERY_SALE;
  const params = new URLSearchParams(text);
  const status = STATUSES.find((each) => each === params.get('status')) ?? null;
  const groups = Object.fromEntries(SALE_GROUPS.map((group) => [group, params.get(group)]));
  const filter = { ...EVERY_SALE, ...groups, status };
  return saleFilterText(filter) === null ? EVERY_SALE : filter;
}
