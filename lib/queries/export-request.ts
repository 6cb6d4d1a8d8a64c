import type { TaxProfile } from '@/lib/domain/tax/tax-profile';
import type { OffsetAt, Period } from '@/lib/domain/time/period';
import type { Valuation } from './valuation';

/** Which books are taken out, and how they are told. */
export interface ExportRequest {
  /** null: all there is. */
  readonly period: Period | null;
  readonly basis: 'cash' | 'accrual';
  readonly valuation: Valuation;
  readonly offsetAt: OffsetAt;
  readonly tax: TaxProfile;
}

/** @example `39000002 Dunk Low Panda` */
export function namedRow({ orderNumber, name }: { readonly orderNumber: string; readonly name: string }): string {
  return [orderNumber, name].filter(Boolean).join(' ');
}
