import { findAllowedSize } from '../sizes/allowed-sizes';
import { formatSize } from '../sizes/format-size';
import type { Money } from '../money/money';
import { checkPrice } from './check-price';
import type { Condition, Packaging } from './listing';
import { block, note, type ListingProblem, type ListingProblemCode } from './listing-problem';
import type { ListingSubject, PairOffer } from './listing-subject';
import { LISTING_DEFECTS, REQUESTED_PICTURES } from './listing-words';

/** A listing as the person wants it. */
export interface ListingWish {
  /** null: not said yet. */
  readonly price: Money | null;
  readonly condition: Condition;
  readonly packaging: Packaging;
  /** `LISTING_DEFECT_*` */
  readonly defects: readonly string[];
  readonly additionalDefects: string;
  /** Types of the pictures that go with it. */
  readonly pictureTypes: readonly string[];
  readonly activate: boolean;
}

/**
 * Every reason why a pair may not be listed like this, or should not without a word; the gravest of a kind, in the order a
 * person would mend them. None: it can be listed.
 *
 * The same for the screen, and once more inside the command's transaction.
 */
export function preflight(subject: ListingSubject, wish: ListingWish): readonly ListingProblem[] {
  return [
    ...pairProblems(subject),
    ...productProblems(subject),
    ...conditionProblems(wish),
    ...checkPrice(wish.price, subject),
    ...pictureProblems(subject, wish),
  ];
}

const OFFERED: Readonly<Record<Exclude<PairOffer, 'none'>, ListingProblemCode>> = {
  live: 'already-live',
  off: 'already-off',
  'being-listed': 'being-listed',
  'earlier-unclear': 'earlier-unclear',
};

function pairProblems({ pair, offer }: ListingSubject): ListingProblem[] {
  if (pair.deletedAt !== null) return [block('pair-deleted')];
  if (pair.status === 'sold') return [block('pair-sold')];
  if (pair.status !== 'in-stock' && pair.status !== 'listed') return [block('pair-away', { status: pair.status })];
  return offer === 'none' ? [] : [block(OFFERED[offer])];
}

function productProblems({ pair, product }: ListingSubject): ListingProblem[] {
  if (pair.catalogId === null || product === null) return [block('no-product')];
  const problems = product.resellable ? [] : [block('not-resellable')];
  const made = findAllowedSize(product, pair.size);
  if (made === null) problems.push(block('size-not-allowed', { size: formatSize(pair.size) }));
  else if (pair.size.system !== product.sizeSystem) {
    const listed = formatSize({ value: made.value, system: product.sizeSystem });
    problems.push(note('size-converted', { size: formatSize(pair.size), listed }));
  }
  return problems;
}

/** alias cannot change these afterwards: a wrong one is a listing to be deleted. */
function conditionProblems({ condition, packaging, defects, additionalDefects }: ListingWish): ListingProblem[] {
  const problems: ListingProblem[] = [];
  if (!['new', 'used', 'new-with-defects'].includes(condition)) problems.push(block('condition-unknown'));
  if (!['good', 'missing-lid', 'badly-damaged', 'no-box'].includes(packaging))
    problems.push(block('packaging-unknown'));
  const hasDefects = defects.length > 0 || additionalDefects.trim() !== '';
  if (condition === 'new-with-defects' && !hasDefects) problems.push(block('defects-missing'));
  if (condition === 'new' && hasDefects) problems.push(block('defects-unexpected'));
  const unknown = defects.filter((defect) => !(LISTING_DEFECTS as readonly string[]).includes(defect));
  if (unknown.length > 0) problems.push(block('defect-unknown', { defects: unknown }));
  return problems;
}

/** A listing that stays off the shelf may get its pictures later. */
function pictureProblems({ product }: ListingSubject, { pictureTypes, activate }: ListingWish): ListingProblem[] {
  if (product?.requiresPictures !== true) return [];
  const missing = REQUESTED_PICTURES.filter((type) => !pictureTypes.includes(type));
  if (missing.length === 0) return [];
  return [activate ? block('pictures-missing', { missing }) : note('pictures-missing', { missing })];
}
