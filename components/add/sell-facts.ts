import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { Money } from '@/lib/domain/money/money';
import { subtract } from '@/lib/domain/money/arithmetic';
import { money } from '@/lib/domain/money/money';
import type { MessageInput } from '@/lib/messaging/protocol';
import { parseCost } from '../bridge/parse-cost';
import { t } from '../ui/text';
import { dayOf, dayText } from './local-day';
import { amountProblem } from '../bridge/amount-problem';

export type ToldPlatform = MessageInput<'pair/sell'>['platform'];

/** The form of a sale, as typed. */
export interface SellFields {
  readonly platform: ToldPlatform;
  readonly price: string;
  readonly is: 'fees' | 'received';
  readonly amount: string;
  readonly soldOn: string;
  readonly note: string;
}

export type SellProblems = Partial<Record<'price' | 'amount' | 'soldOn', string>>;

export type SellChecked =
  | { readonly ok: true; readonly price: Money; readonly taken: Money; readonly payout: Money; readonly soldAt: number }
  | { readonly ok: false; readonly problems: SellProblems };

/** Reads the form of a sale; what is wrong is said field by field. Fees left empty are none. */
export function checkSale(fields: SellFields, currency: CurrencyCode, now: number): SellChecked {
  const problems: { -readonly [K in keyof SellProblems]: SellProblems[K] } = {};
  const price = parseCost(fields.price, currency);
  if (!price.ok) problems.price = amountProblem(price.reason);
  else if (price.cost === null) problems.price = t('sellPair.needPrice');
  const soldIn = price.ok && price.cost !== null ? price.cost.currency : currency;
  const taken = parseCost(fields.amount, soldIn);
  if (!taken.ok) problems.amount = amountProblem(taken.reason);
  else if (taken.cost === null && fields.is === 'received') problems.amount = t('sellPair.needReceived');
  else if (taken.cost !== null && taken.cost.currency !== soldIn) problems.amount = t('sellPair.currencies');
  const day = dayOf(fields.soldOn);
  if (day === null || day === 'bad') problems.soldOn = t('add.badDate');
  if (
    !price.ok ||
    price.cost === null ||
    !taken.ok ||
    day === null ||
    day === 'bad' ||
    Object.keys(problems).length > 0
  )
    return { ok: false, problems };
  const amount = taken.cost ?? money(0, soldIn);
  const payout = fields.is === 'received' ? amount : subtract(price.cost, amount);
  const soldAt = fields.soldOn === dayText(now) ? now : day;
  return { ok: true, price: price.cost, taken: amount, payout, soldAt };
}
