import type { Money } from '@/lib/domain/money/money';
import type { Sale } from '@/lib/domain/sales/sale';
import type { MessageInput } from '@/lib/messaging/protocol';
import { amountProblem } from '../bridge/amount-problem';
import { parseCost } from '../bridge/parse-cost';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';
import { dayOf, dayText } from './local-day';

type Changes = MessageInput<'sales/edit'>['changes'];

/** A sale as typed. */
export interface SaleFields {
  readonly platform: string;
  readonly price: string;
  readonly payout: string;
  readonly soldOn: string;
  readonly paidOn: string;
  readonly order: string;
  readonly buyer: string;
  readonly country: string;
  readonly note: string;
}

export type SaleFieldProblems = Partial<Record<'price' | 'payout' | 'soldOn' | 'paidOn' | 'country', string>>;

export type CheckedSale =
  | { readonly ok: true; readonly changes: Changes }
  | { readonly ok: false; readonly problems: SaleFieldProblems };

export function fieldsOfSale(sale: Sale): SaleFields {
  const amount = (money: Money | null) => (money === null ? '' : moneyText(money, { cents: 'fixed' }));
  return {
    platform: sale.marketplace,
    price: amount(sale.price),
    payout: amount(sale.payout),
    soldOn: dayText(sale.soldAt),
    paidOn: sale.paid === null ? '' : dayText(sale.paid.at),
    order: sale.orderNumber,
    buyer: sale.details?.buyer ?? '',
    country: sale.details?.country ?? '',
    note: sale.details?.note ?? '',
  };
}

/** What differs from what was there; a field nobody touched is not sent, so that nothing is rewritten by rounding. */
export function checkSaleFields(sale: Sale, before: SaleFields, after: SaleFields): CheckedSale {
  const touched = (field: keyof SaleFields) => before[field] !== after[field];
  const problems: { -readonly [K in keyof SaleFieldProblems]: SaleFieldProblems[K] } = {};
  const changes: { -readonly [K in keyof Changes]: Changes[K] } = {};
  for (const field of ['price', 'payout'] as const) {
    if (!touched(field)) continue;
    const parsed = parseCost(after[field], sale.price.currency);
    if (!parsed.ok) problems[field] = amountProblem(parsed.reason);
    else if (parsed.cost === null && field === 'price') problems.price = t('sellPair.needPrice');
    else if (field === 'payout') changes.payout = parsed.cost;
    else if (parsed.cost !== null) changes.price = parsed.cost;
  }
  for (const [field, name] of [
    ['soldOn', 'soldAt'],
    ['paidOn', 'paidAt'],
  ] as const) {
    if (!touched(field)) continue;
    const day = dayOf(after[field]);
    if (day === 'bad' || (day === null && field === 'soldOn')) problems[field] = t('add.badDate');
    else if (name === 'paidAt') changes.paidAt = day;
    else if (day !== null) changes.soldAt = day;
  }
  if (touched('country')) {
    const country = after.country.trim().toUpperCase();
    if (country !== '' && !/^[A-Z]{2}$/.test(country)) problems.country = t('editSale.badCountry');
    else changes.country = country === '' ? null : country;
  }
  if (touched('platform')) changes.platform = after.platform as NonNullable<Changes['platform']>;
  if (touched('order')) changes.orderNumber = after.order;
  if (touched('buyer')) changes.buyer = after.buyer;
  if (touched('note')) changes.note = after.note;
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, changes };
}
