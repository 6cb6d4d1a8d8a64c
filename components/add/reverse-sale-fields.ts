import type { Pair } from '@/lib/domain/inventory/pair';
import type { Sale, SaleReversal } from '@/lib/domain/sales/sale';
import type { MessageInput } from '@/lib/messaging/protocol';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';
import { dayText } from './local-day';

type Place = MessageInput<'sales/reverse'>['pair'];

/** The fields as they are typed. */
export interface ReverseSaleFields {
  readonly reason: SaleReversal['reason'];
  readonly day: string;
  readonly penalty: string;
  readonly pair: Place;
  readonly location: string;
  readonly note: string;
}

export type ReverseSaleProblems = Partial<Record<'penalty' | 'day', string>>;

/** Where a pair can be after its sale came to nothing. */
export const PLACES: readonly (readonly [Place, () => string])[] = [
  ['in-stock', () => t('reverseSale.here')],
  ['returned', () => t('reverseSale.back')],
  ['consigned', () => t('reverseSale.consigned')],
];

/** Where a pair usually is after that. */
export const USUAL_PLACE: Readonly<Record<SaleReversal['reason'], Place>> = {
  cancelled: 'in-stock',
  returned: 'returned',
  'failed-verification': 'returned',
  refunded: 'returned',
};

/** As the reversal stands, or as one usually begins. */
export function reverseSaleFields({ reversal }: Sale, pair: Pair): ReverseSaleFields {
  const place = PLACES.find(([value]) => value === pair.status)?.[0];
  const reason = reversal?.reason ?? 'returned';
  return {
    reason,
    day: dayText(reversal?.at ?? Date.now()),
    penalty: reversal?.penalty == null ? '' : moneyText(reversal.penalty, { cents: 'fixed' }),
    pair: (reversal === null ? undefined : place) ?? USUAL_PLACE[reason],
    location: pair.location ?? '',
    note: reversal?.note ?? '',
  };
}
