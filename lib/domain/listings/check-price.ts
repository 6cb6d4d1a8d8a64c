import { compare, minorPerUnit } from '../money/arithmetic';
import type { CurrencyCode } from '../money/currency';
import type { Money } from '../money/money';
import { block, confirm, note, type ListingProblem } from './listing-problem';
import type { PriceGround } from './listing-subject';

/** alias asks and answers in it, whatever the region. */
const CURRENCY: CurrencyCode = 'USD';

/**
 * Everything that speaks against a price: of a new listing and of one that is there alike.
 *
 * @example floor $120, highest offer $90: $119 asks for `belowFloor`, $90 for both words, $119.50 is refused
 */
export function checkPrice(price: Money | null, ground: PriceGround): readonly ListingProblem[] {
  const about = [...floorNotes(ground), ...(ground.readAt === null ? [note('market-unknown')] : [])];
  if (price === null || price.minor <= 0) return [block('price-missing'), ...about];
  if (price.currency !== CURRENCY) return [block('price-currency', { currency: price.currency }), ...about];
  const isWhole = price.minor % minorPerUnit(CURRENCY) === 0;
  return [
    ...(isWhole ? [] : [block('price-not-whole', { price })]),
    ...catalogueProblems(price, ground),
    ...about,
  ].concat(marketProblems(price, ground));
}

/** Without a floor nobody can tell whether a price loses money: that takes a word of the person. */
function floorNotes({ floor }: PriceGround): ListingProblem[] {
  if (floor.kind === 'known') return [];
  const others = floor.missing.filter((each) => each !== 'cost');
  return [
    ...(others.length < floor.missing.length ? [confirm('cost-unknown', 'belowFloor')] : []),
    ...(others.length > 0 ? [confirm('floor-unknown', 'belowFloor', { missing: others })] : []),
  ];
}

function catalogueProblems(price: Money, { product, ownMaximum }: PriceGround): ListingProblem[] {
  const problems: ListingProblem[] = [];
  const minimum = product?.minimumListingPrice ?? null;
  const maximum = product?.maximumListingPrice ?? null;
  if (minimum !== null && isBelow(price, minimum)) problems.push(block('price-below-minimum', { minimum }));
  if (maximum !== null && isAbove(price, maximum)) problems.push(block('price-above-maximum', { maximum }));
  if (ownMaximum !== null && isAbove(price, ownMaximum))
    problems.push(note('above-own-maximum', { maximum: ownMaximum }));
  return problems;
}

function marketProblems(price: Money, { floor, highestOffer }: PriceGround): ListingProblem[] {
  const problems: ListingProblem[] = [];
  if (floor.kind === 'known' && isBelow(price, floor.floor))
    problems.push(confirm('below-floor', 'belowFloor', { floor: floor.floor }));
  if (highestOffer !== null && !isAbove(price, highestOffer))
    problems.push(confirm('at-offer', 'intoOffer', { offer: highestOffer }));
  return problems;
}

/** What is in another currency cannot be compared: the careful answer is that a bound is not kept. */
function isBelow(price: Money, bound: Money): boolean {
  return price.currency !== bound.currency || compare(price, bound) < 0;
}

function isAbove(price: Money, bound: Money): boolean {
  return price.currency === bound.currency && compare(price, bound) > 0;
}
