/**
 * Which words say what a look-up could not tell, and where a page's style code was found. The card and the panel beside it
 * bring their words by ways of their own, and say the same.
 */

const REASONS = {
  'page-price': 'card.why.pagePrice',
  'no-figures': 'card.why.noFigures',
  'no-ask': 'card.why.noAsk',
  'ask-too-low': 'card.why.askTooLow',
  'no-offer': 'card.why.noOffer',
  'fx-rate': 'card.why.rate',
  'no-price-would-do': 'card.why.noPrice',
  'fee-schedule': 'card.why.schedule',
  rating: 'card.why.rating',
  country: 'card.why.country',
  commission: 'card.why.commission',
  'seller-fee': 'card.why.sellerFee',
  cost: 'card.why.cost',
  'reachable-price': 'card.why.reachable',
  size: 'card.why.size',
  'no-last-sale': 'card.why.noLastSale',
  pace: 'card.why.pace',
  used: 'card.why.used',
  'size-foreign': 'card.why.foreign',
  'sold-through-alias': 'card.why.throughAlias',
  'no-sellers': 'card.why.noSellers',
  'seller-terms': 'card.why.sellerTerms',
  'fixed-fee': 'card.why.fixedFee',
  'seller-shipping': 'card.why.sellerShipping',
  'terms-rate': 'card.why.termsRate',
  'at-price': 'card.why.atPrice',
} as const;

/** A word's key, without parts to be filled in. */
type ReasonKey = (typeof REASONS)[keyof typeof REASONS] | 'card.why.other';

/**
 * Why a figure is not known, in words; a reason this version does not know says only that.
 *
 * @param say the words by their key
 */
export function reasonText(reasons: readonly string[], say: (key: ReasonKey) => string): string {
  const known = reasons.flatMap((reason) => (isReason(reason) ? [say(REASONS[reason])] : []));
  return known.join(' ') || say('card.why.other');
}

function isReason(reason: string): reason is keyof typeof REASONS {
  return Object.hasOwn(REASONS, reason);
}

const LAYERS = {
  embedded: 'card.match.data',
  'json-ld': 'card.match.data',
  meta: 'card.match.data',
  'dom-hero': 'card.match.text',
  'dom-label': 'card.match.text',
  'dom-row': 'card.match.text',
  slug: 'card.match.address',
  title: 'card.match.title',
} as const;

type LayerKey = (typeof LAYERS)[keyof typeof LAYERS];

/** By what part of a page its style code was told; null for a part this version does not know. */
export function layerText(layer: string, say: (key: LayerKey) => string): string | null {
  return isLayer(layer) ? say(LAYERS[layer]) : null;
}

function isLayer(layer: string): layer is keyof typeof LAYERS {
  return Object.hasOwn(LAYERS, layer);
}

const GAPS = [
  [['buyer-fee', 'buyer-fixed-fee'], 'card.gap.fees'],
  [['shipping'], 'card.gap.shipping'],
  [['duty'], 'card.gap.duty'],
] as const;

/** What a landed cost lacks: `fees, shipping, duty`; empty when it lacks nothing. */
export function gapText(missing: readonly string[], say: (key: (typeof GAPS)[number][1]) => string): string {
  return GAPS.filter(([gaps]) => gaps.some((gap) => missing.includes(gap)))
    .map(([, key]) => say(key))
    .join(', ');
}

/**
 * A size with what it is in the US: `10` as `US 10`, `EU 44` as `EU 44 = US 10`; a number nobody knows the scale of, and a
 * label that says it by itself, stay.
 */
export function pageSizeText({ label, usSize }: { readonly label: string; readonly usSize: number | null }): string {
  if (usSize === null || /\bUS/i.test(label)) return label;
  const isUs = Number.parseFloat(label.replace(',', '.')) === usSize;
  return isUs ? `US ${label}` : `${label} = US ${usSize}`;
}
