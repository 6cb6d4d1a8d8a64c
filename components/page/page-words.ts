import type { PageView } from '@/lib/messaging/page-view';
import { t } from '../ui/text';

const FOUND: Readonly<Record<string, () => string>> = {
  embedded: () => t('card.match.data'),
  'json-ld': () => t('card.match.data'),
  meta: () => t('card.match.data'),
  'dom-hero': () => t('card.match.text'),
  'dom-label': () => t('card.match.text'),
  'dom-row': () => t('card.match.text'),
  slug: () => t('card.match.address'),
  title: () => t('card.match.title'),
};

/** Which layer of the page told the style code, and how far that is to be believed. */
export function foundText({ styleCode }: PageView): string {
  const by = styleCode === null ? undefined : FOUND[styleCode.layer]?.();
  if (styleCode === null || by === undefined) return '';
  return t('thisPage.found', [by, `${Math.round(styleCode.confidence * 100)} %`]);
}

/** What is doubtful about the page, the gravest first. */
export function noteTexts({ condition, availability, warnings }: PageView): readonly string[] {
  const has = (warning: string) => warnings.includes(warning);
  const notes: readonly (readonly [boolean, () => string])[] = [
    [condition === 'used' || condition === 'new_defects', () => t('thisPage.used')],
    [has('CURRENCY_AMBIGUOUS'), () => t('thisPage.currency')],
    [availability === 'sold_out' || has('SOLD_OUT'), () => t('thisPage.soldOut')],
    [has('PRICE_PENDING'), () => t('thisPage.pending')],
  ];
  return notes.flatMap(([is, words]) => (is ? [words()] : []));
}

const WHY: Readonly<Record<string, () => string>> = {
  'page-price': () => t('card.why.pagePrice'),
  'no-figures': () => t('card.why.noFigures'),
  'no-ask': () => t('card.why.noAsk'),
  'ask-too-low': () => t('card.why.askTooLow'),
  'fx-rate': () => t('card.why.rate'),
  'fee-schedule': () => t('card.why.schedule'),
  rating: () => t('card.why.rating'),
  country: () => t('card.why.country'),
  commission: () => t('card.why.commission'),
  'seller-fee': () => t('card.why.sellerFee'),
  cost: () => t('card.why.cost'),
  size: () => t('card.why.size'),
  'no-last-sale': () => t('card.why.noLastSale'),
  pace: () => t('card.why.pace'),
  'at-price': () => t('card.why.atPrice'),
  'sold-through-alias': () => t('card.why.throughAlias'),
  'no-sellers': () => t('card.why.noSellers'),
  'seller-terms': () => t('card.why.sellerTerms'),
  'terms-rate': () => t('card.why.termsRate'),
};

/** Why a figure is not known, in words. */
export function whyText(reasons: readonly string[]): string {
  return reasons.flatMap((reason) => WHY[reason]?.() ?? []).join(' ') || t('card.why.other');
}
