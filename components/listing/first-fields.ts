import { listPrice } from '@/lib/domain/listings/list-price';
import { minorPerUnit } from '@/lib/domain/money/arithmetic';
import type { Money } from '@/lib/domain/money/money';
import type { ListingDraft } from '@/lib/queries/listing-drafts';
import { readStrategy, type StrategyKind } from './strategies';
import type { ListingFields } from './wish';

/** What the form begins with: a dollar under the lowest ask, in the state the pair is in. */
export function firstFields(draft: ListingDraft): ListingFields {
  const price = priceBy(draft, 'undercut', '');
  return {
    strategy: price === null ? null : 'undercut',
    amount: '',
    price: price === null ? '' : priceInput(price),
    condition: draft.pair.condition,
    packaging: draft.pair.packaging,
    defects: [],
    additionalDefects: '',
    activate: true,
    belowFloor: false,
    intoOffer: false,
  };
}

/** The price a way of choosing gives a pair; null: none. */
export function priceBy(draft: ListingDraft, kind: StrategyKind, amount: string): Money | null {
  const read = readStrategy(kind, amount);
  const found = read.ok ? listPrice(read.strategy, draft) : null;
  return found?.kind === 'price' ? found.price : null;
}

export function priceInput({ minor, currency }: Money): string {
  return String(minor / minorPerUnit(currency));
}
