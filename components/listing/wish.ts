import { stoppingProblem, type ListingProblem } from '@/lib/domain/listings/listing-problem';
import { preflight } from '@/lib/domain/listings/preflight';
import type { Condition, Packaging } from '@/lib/domain/listings/listing';
import type { Money } from '@/lib/domain/money/money';
import type { ListingDraft } from '@/lib/queries/listing-drafts';
import { CONDITIONS, PACKAGINGS } from '../bridge/condition-choices';
import { readPrice } from '../bridge/read-price';
import { keptPictures, type ListingOrders } from './plan-listings';
import type { StrategyKind } from './strategies';

/** The form of one listing, as typed and chosen. */
export interface ListingFields {
  readonly strategy: StrategyKind | null;
  readonly amount: string;
  readonly price: string;
  readonly condition: string;
  readonly packaging: string;
  readonly defects: readonly string[];
  readonly additionalDefects: string;
  readonly activate: boolean;
  /** Words given for the price as it stands. */
  readonly belowFloor: boolean;
  readonly intoOffer: boolean;
}

export interface CheckedWish {
  readonly price: Money | null;
  /** Why what was typed is no price. */
  readonly typo: string | null;
  readonly problems: readonly ListingProblem[];
  /** What keeps it from being listed; null: nothing does. */
  readonly stop: ListingProblem | null;
}

/** A new pair has no defects: what was ticked before it was called new is not sent. */
function defectsOf({ condition, defects, additionalDefects }: ListingFields) {
  return condition === 'new'
    ? { defects: [], additionalDefects: '' }
    : { defects: [...defects], additionalDefects: additionalDefects.trim() };
}

/** Holds the form against everything that is known of the pair. */
export function checkWish(draft: ListingDraft, fields: ListingFields): CheckedWish {
  const read = readPrice(fields.price, 'USD');
  const price = read.ok ? read.price : null;
  const problems = preflight(draft, {
    price,
    condition: fields.condition as Condition,
    packaging: fields.packaging as Packaging,
    ...defectsOf(fields),
    pictureTypes: draft.pictures.filter(({ isKept }) => isKept).map(({ type }) => type),
    activate: fields.activate,
  });
  return { price, typo: read.ok ? null : read.problem, problems, stop: stoppingProblem(problems, fields) };
}

/** What is asked for; null: it cannot be yet. */
export function toOrder(
  draft: ListingDraft,
  fields: ListingFields,
  { price, stop }: CheckedWish,
): ListingOrders[number] | null {
  const condition = CONDITIONS.find((each) => each === fields.condition);
  const packaging = PACKAGINGS.find((each) => each === fields.packaging);
  if (price === null || stop !== null || condition === undefined || packaging === undefined) return null;
  const { activate, belowFloor, intoOffer } = fields;
  return {
    pairId: draft.pair.id,
    price: { ...price },
    condition,
    packaging,
    ...defectsOf(fields),
    pictureIds: keptPictures(draft),
    activate,
    belowFloor,
    intoOffer,
  };
}
