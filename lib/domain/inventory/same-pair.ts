import type { Pair } from './pair';
import { kindOf } from './waiting-pairs';

/**
 * Whether `earlier` is probably `pair` from before it was listed, or listed again under another id: the same kind of
 * shoes, known earlier, with its cost, and in stock, while of `pair` nobody has said what it cost. Whether `earlier` is
 * still offered, its listing tells. Probably, since a seller may own two; so a person decides.
 *
 * @example DD1391-100 US 10 for £60, its listing deleted on Monday; on Tuesday a listing of that kind appears
 */
export function isSamePairAgain(pair: Pair, earlier: Pair): boolean {
  const sameKind =
    pair.styleCode !== null &&
    earlier.styleCode !== null &&
    kindOf(pair.styleCode, pair.size) === kindOf(earlier.styleCode, earlier.size) &&
    pair.condition === earlier.condition;
  const isNew = pair.cost === null && pair.ledgerRef === null && pair.goatListingId !== null && pair.deletedAt === null;
  const isInHand = earlier.status === 'in-stock' && earlier.deletedAt === null;
  return (
    sameKind &&
    isNew &&
    isInHand &&
    earlier.cost !== null &&
    earlier.createdAt <= pair.createdAt &&
    pair.id !== earlier.id
  );
}
