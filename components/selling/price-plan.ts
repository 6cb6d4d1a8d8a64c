import { checkPrice } from '@/lib/domain/listings/check-price';
import type { ListingProblem } from '@/lib/domain/listings/listing-problem';
import type { Money } from '@/lib/domain/money/money';
import type { ListingRow } from '@/lib/queries/list-listings';
import type { MessageInput } from '@/lib/messaging/protocol';
import { groundOf } from '../bridge/price-ground';
import { newPrice, type NewPrice, type PriceChange } from './price-change';

/** What a change makes of one listing. */
export interface PlannedPrice {
  readonly row: ListingRow;
  /** null: it gets none, and `why` says why. */
  readonly to: Money | null;
  readonly why: Extract<NewPrice, { kind: 'none' }>['why'] | 'same' | 'under-way' | null;
  /** What speaks against the price, notes apart. */
  readonly problems: readonly ListingProblem[];
  readonly standing: 'goes' | 'loses' | 'at-once' | 'stays' | 'refused';
}

/**
 * What a change of many prices does to each listing. `loses` (below the floor, or none is known) and `at-once` (at or
 * below the highest offer) go only with a word of their own; `refused` never goes.
 *
 * @example floor $120, offer $95: set to $119 `loses`, set to $95 is `at-once` (the graver of the two), set to $125 `goes`
 */
export function planPrices(
  change: PriceChange | null,
  rows: readonly ListingRow[],
  ownLowest: (row: ListingRow) => Money | null,
): readonly PlannedPrice[] {
  return rows.map((row) => {
    const stays = (why: PlannedPrice['why']) => ({ row, to: null, why, problems: [], standing: 'stays' }) as const;
    if (change === null) return stays(null);
    if (row.pending !== null && row.pending.state !== 'pending') return stays('under-way');
    const next = newPrice(change, { ...row, ownLowest: ownLowest(row) });
    if (next.kind === 'none') return stays(next.why);
    if (next.price.minor === row.listing.price.minor && row.pending === null) return stays('same');
    const problems = checkPrice(next.price, groundOf(row)).filter(({ severity }) => severity !== 'note');
    return { row, to: next.price, why: null, problems, standing: standingOf(problems) };
  });
}

function standingOf(problems: readonly ListingProblem[]): PlannedPrice['standing'] {
  if (problems.some(({ severity }) => severity === 'block')) return 'refused';
  const words = problems.flatMap((each) => (each.severity === 'confirm' ? [each.confirmedBy] : []));
  return words.includes('intoOffer') ? 'at-once' : words.length > 0 ? 'loses' : 'goes';
}

/** What the person said of prices that want a word. */
export interface Included {
  readonly loses: boolean;
  readonly atOnce: boolean;
}

/** The prices that are sent: those that go, and those whose word was given. */
export function toSend(
  plan: readonly PlannedPrice[],
  { loses, atOnce }: Included,
): MessageInput<'listings/set-price'>['changes'] {
  return plan.flatMap(({ row: { listing }, to, standing, problems }) => {
    const goes = standing === 'goes' || (standing === 'loses' && loses) || (standing === 'at-once' && atOnce);
    if (!goes || to === null) return [];
    const words = new Set(problems.flatMap((each) => (each.severity === 'confirm' ? [each.confirmedBy] : [])));
    const [belowFloor, intoOffer] = [words.has('belowFloor'), words.has('intoOffer')];
    return [{ listingId: listing.id, from: listing.price, to, belowFloor, intoOffer }];
  });
}
