import type { SourceId } from '@/lib/domain/imports/entry';
import type { Field } from './column-choice';

/** Which fields a kind of table has, those it cannot do without first. */
export const FIELDS_OF: Readonly<
  Partial<Record<SourceId, { readonly needed: readonly Field[]; readonly more: readonly Field[] }>>
> = {
  'own-sales': {
    needed: ['soldAt', 'price'],
    more: [
      'styleCode',
      'name',
      'size',
      'orderNumber',
      'platform',
      'currency',
      'payout',
      'fees',
      'shipping',
      'cost',
      'boughtAt',
      'brand',
      'barcode',
      'quantity',
      'status',
      'paidAt',
      'buyer',
      'country',
      'invoice',
      'note',
    ],
  },
  'own-stock': {
    needed: ['size'],
    more: [
      'styleCode',
      'name',
      'cost',
      'boughtAt',
      'currency',
      'brand',
      'barcode',
      'quantity',
      'otherCosts',
      'supplier',
      'condition',
      'status',
      'location',
      'tags',
      'orderNumber',
      'invoice',
      'note',
    ],
  },
  'own-expenses': {
    needed: ['boughtAt', 'amount'],
    more: ['currency', 'category', 'supplier', 'note', 'name', 'tax', 'orderNumber'],
  },
};
