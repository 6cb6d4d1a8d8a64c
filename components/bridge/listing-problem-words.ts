import type { ListingProblem, ListingProblemCode } from '@/lib/domain/listings/listing-problem';
import type { MissingFloorInput } from '@/lib/domain/fees/floor-price';
import { humanised, moneyText } from '../ui/format';
import { t } from '../ui/text';
import { missingText } from './estimate-words';
import { pictureText } from './picture-words';

type Facts = ListingProblem['facts'];

const WORDS: Record<ListingProblemCode, (facts: Facts) => string> = {
  'pair-deleted': () => t('problem.pairDeleted'),
  'pair-sold': () => t('problem.pairSold'),
  'pair-away': () => t('problem.pairAway'),
  'already-live': () => t('problem.alreadyLive'),
  'already-off': () => t('problem.alreadyOff'),
  'being-listed': () => t('problem.beingListed'),
  'earlier-unclear': () => t('problem.earlierUnclear'),
  'no-product': () => t('problem.noProduct'),
  'not-resellable': () => t('problem.notResellable'),
  'size-not-allowed': (facts) => t('problem.sizeNotAllowed', [plain(facts['size'])]),
  'size-converted': (facts) => t('problem.sizeConverted', [plain(facts['listed']), plain(facts['size'])]),
  'condition-unknown': () => t('problem.conditionUnknown'),
  'packaging-unknown': () => t('problem.packagingUnknown'),
  'defects-missing': () => t('problem.defectsMissing'),
  'defects-unexpected': () => t('problem.defectsUnexpected'),
  'defect-unknown': () => t('problem.defectUnknown'),
  'price-missing': () => t('problem.priceMissing'),
  'price-currency': () => t('problem.priceCurrency'),
  'price-not-whole': () => t('price.whole'),
  'price-below-minimum': (facts) => t('problem.belowMinimum', [plain(facts['minimum'])]),
  'price-above-maximum': (facts) => t('problem.aboveMaximum', [plain(facts['maximum'])]),
  'above-own-maximum': (facts) => t('problem.aboveOwnMaximum', [plain(facts['maximum'])]),
  'cost-unknown': () => t('problem.costUnknown'),
  'floor-unknown': (facts) => t('problem.floorUnknown', [missingOf(facts['missing'])]),
  'below-floor': (facts) => t('problem.belowFloor', [plain(facts['floor'])]),
  'at-offer': (facts) => t('problem.atOffer', [plain(facts['offer'])]),
  'market-unknown': () => t('problem.marketUnknown'),
  'pictures-missing': (facts) => t('problem.picturesMissing', [picturesOf(facts['missing'])]),
};

/** Why a pair may not be listed, or not at this price, in words. */
export function listingProblemText({ code, facts }: Pick<ListingProblem, 'code' | 'facts'>): string {
  return WORDS[code](facts);
}

/** The same by the code alone, as a command answers it; null: no code of these. */
export function listingProblemOf(code: string): string | null {
  const known = Object.keys(WORDS).find((each) => each === code);
  return known === undefined ? null : WORDS[known as ListingProblemCode]({}).replaceAll(' ?', '');
}

function plain(fact: Facts[string] | undefined): string {
  if (fact === undefined) return '?';
  if (typeof fact === 'object' && 'minor' in fact) return moneyText(fact);
  return typeof fact === 'object' ? fact.join(', ') : humanisedFact(fact);
}

function humanisedFact(fact: string | number): string {
  return typeof fact === 'number' ? String(fact) : fact.startsWith('unknown:') ? humanised(fact) : fact;
}

function missingOf(fact: Facts[string] | undefined): string {
  return Array.isArray(fact) ? missingText(fact as MissingFloorInput[]) : '';
}

function picturesOf(fact: Facts[string] | undefined): string {
  return Array.isArray(fact) ? (fact as string[]).map((type) => pictureText(type)).join(', ') : '';
}
