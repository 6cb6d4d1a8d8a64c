import type { SourceId } from '@/lib/domain/imports/entry';
import type { Field } from '@/lib/files/formats/column-choice';
import { t } from '../ui/text';

const FIELDS: Readonly<Record<Field, () => string>> = {
  orderNumber: () => t('imports.field.orderNumber'),
  soldAt: () => t('imports.field.soldAt'),
  boughtAt: () => t('imports.field.boughtAt'),
  name: () => t('imports.field.name'),
  brand: () => t('imports.field.brand'),
  styleCode: () => t('imports.field.styleCode'),
  barcode: () => t('imports.field.barcode'),
  size: () => t('imports.field.size'),
  quantity: () => t('imports.field.quantity'),
  price: () => t('imports.field.price'),
  payout: () => t('imports.field.payout'),
  fees: () => t('imports.field.fees'),
  shipping: () => t('imports.field.shipping'),
  cost: () => t('imports.field.cost'),
  otherCosts: () => t('imports.field.otherCosts'),
  currency: () => t('imports.field.currency'),
  platform: () => t('imports.field.platform'),
  status: () => t('imports.field.status'),
  paidAt: () => t('imports.field.paidAt'),
  buyer: () => t('imports.field.buyer'),
  country: () => t('imports.field.country'),
  supplier: () => t('imports.field.supplier'),
  condition: () => t('imports.field.condition'),
  location: () => t('imports.field.location'),
  tags: () => t('imports.field.tags'),
  note: () => t('imports.field.note'),
  invoice: () => t('imports.field.invoice'),
  category: () => t('imports.field.category'),
  amount: () => t('imports.field.amount'),
  tax: () => t('imports.field.tax'),
};

/** An expense's date stands in the field of purchases. */
export function fieldTextOf(field: Field, source: SourceId): string {
  return source === 'own-expenses' && field === 'boughtAt' ? t('imports.field.spentAt') : FIELDS[field]();
}
