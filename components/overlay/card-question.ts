import type { MessageInput } from '@/lib/messaging/protocol';
import type { PageState } from '@/lib/overlay/page-state';

export type PageReading = NonNullable<PageState['reading']>;
export type LookQuestion = MessageInput<'page/look-up'>;
type AskedSize = LookQuestion['sizes'][number];

const MOST_SIZES = 60;
const LONGEST_LABEL = 40;
const LARGEST_SIZE = 60;

/** The protocol's own limit; no shoe costs as much in any currency. */
const DEAREST = 1_000_000_000_000;
const DEAREST_SHIPPING = 1_000_000_000;

/** What a person told the card that the page does not say. */
export interface Told {
  /** Which of several catalogue items it is. */
  readonly catalogId: string | null;
  /** Which shoe it is, where the page names no style code. */
  readonly styleCode: string | null;
  /** Which US size one of the page's is. */
  readonly taken: LookQuestion['taken'];
}

export const NOTHING_TOLD: Told = { catalogId: null, styleCode: null, taken: null };

/** The style code of the page, or the one a person gave it; null when nobody says which shoe it is. */
export function codeOf(reading: PageReading, told: Told): string | null {
  return reading.identity.styleCode?.canonical ?? told.styleCode;
}

/** What is asked about a page; null when nobody says which shoe it is. */
export function questionOf(reading: PageReading, told: Told): LookQuestion | null {
  const styleCode = codeOf(reading, told);
  if (styleCode === null) return null;
  return {
    site: reading.site,
    styleCode,
    catalogId: told.catalogId,
    price: priceOfAny(reading),
    taken: told.taken,
    shipping: shippingOf(reading),
    run: runOf(reading),
    bundle: reading.warnings.includes('BUNDLE'),
    sizes: onceEach(sizesOf(reading)).slice(0, MOST_SIZES),
  };
}

const RUNS = { M: 'men', W: 'women', Y: 'youth', C: 'youth' } as const;

/** Whose sizes the numbers are: a letter or a word at the size itself outranks what the page says of the product. */
function runOf({ identity, size, perSize }: PageReading): LookQuestion['run'] {
  // A number by the page's own table is the product's own, whatever stands at the one it was shown as.
  const isOwn = size?.selected === true && size.system === 'US' && size.us !== null && size.us === size.value;
  const sexes = new Set(perSize.flatMap(({ sex }) => sex ?? []));
  const listed = sexes.size === 1 && identity.gender === null ? [...sexes][0] : undefined;
  const sex = (isOwn ? size.sex : null) ?? listed;
  return sex === undefined ? identity.gender : RUNS[sex];
}

/** The size the page has selected, as the question calls it; null when none is, or it is not among the sizes asked for. */
export function selectedLabel(reading: PageReading): string | null {
  if (reading.size === null || !reading.size.selected) return null;
  const label = scaledLabel(reading.size);
  const value = reading.size.us;
  const sizes = sizesOf(reading);
  const found =
    sizes.find((each) => each.label === label) ?? sizes.find((each) => value !== null && each.value === value);
  return found?.label ?? null;
}

/** A size named twice is one size here: the first. */
function onceEach(sizes: readonly AskedSize[]): AskedSize[] {
  return sizes.filter((size, nth) => sizes.findIndex(({ label }) => label === size.label) === nth);
}

function sizesOf(reading: PageReading): AskedSize[] {
  const isNew = reading.condition === 'new' || reading.condition === 'unknown';
  const listed = reading.perSize.map(({ label, value, price, inStock }) => ({
    label: labelOf(label),
    value: usValue(value),
    price: isNew && inStock ? askedPrice(price ?? retailOf(reading)) : null,
  }));
  const { size } = reading;
  if (size === null || !size.selected) return listed;
  const own: AskedSize = {
    label: scaledLabel(size),
    value: usValue(size.us),
    price: isNew ? priceOfSelected(reading) : null,
  };
  const at = listed.findIndex((each) => each.label === own.label || (own.value !== null && each.value === own.value));
  if (at < 0) return [own, ...listed];
  // The page's own buy button outranks its list of sizes.
  return listed.map((each, nth) => (nth === at && own.price !== null ? { ...each, price: own.price } : each));
}

/** Only what is asked for this very size: the lowest ask of any size and a bid are other questions. */
function priceOfSelected(reading: PageReading): AskedSize['price'] {
  const { price } = reading;
  const isOfSize = price?.kind === 'buy_now_size' || price?.kind === 'fixed';
  return askedPrice(isOfSize ? price : retailOf(reading));
}

/**
 * What is bought here, for the purchase record. A used pair has a price too, which is compared with nothing: that of an
 * offer of one pair.
 */
export function purchaseOf(reading: PageReading, question: LookQuestion, label: string | null) {
  const asked = question.sizes.find((size) => size.label === label);
  const condition = CONDITIONS[reading.condition];
  if (condition === 'new') return { condition, price: asked === undefined ? question.price : asked.price };
  return { condition, price: reading.price?.kind === 'fixed' ? askedPrice(reading.price) : null };
}

const CONDITIONS = { new: 'new', unknown: 'new', used: 'used', new_defects: 'new-with-defects' } as const;

/** One pair of which the page does not say the size: whichever it is, this is its price. */
function priceOfAny(reading: PageReading): AskedSize['price'] {
  const { price, perSize, size, condition } = reading;
  const isNew = condition === 'new' || condition === 'unknown';
  const isOne = price?.kind === 'fixed' && perSize.length === 0 && size?.selected !== true;
  return isNew ? askedPrice(isOne ? price : retailOf(reading)) : null;
}

/** A shop's own price is what any of its sizes costs; elsewhere retail is what the shoe once cost. */
function retailOf({ site, price }: PageReading): PageReading['price'] {
  return site === 'nike' && price?.kind === 'retail' ? price : null;
}

function shippingOf({ shipping }: PageReading): LookQuestion['shipping'] {
  if (shipping === null || !Number.isSafeInteger(shipping.minor)) return null;
  const { minor, currency } = shipping;
  return minor < 0 || minor > DEAREST_SHIPPING ? null : { minor, currency };
}

function askedPrice(price: { readonly minor: number; readonly currency: string | null } | null): AskedSize['price'] {
  if (price === null || !Number.isSafeInteger(price.minor) || price.minor < 1 || price.minor > DEAREST) return null;
  return { minor: price.minor, currency: price.currency };
}

function labelOf(raw: string): string {
  return raw.trim().slice(0, LONGEST_LABEL);
}

/** A bare number of another scale is written with it, so that nobody takes it for a US size. */
function scaledLabel({ raw, system }: NonNullable<PageReading['size']>): string {
  const isBare = system !== null && system !== 'US' && !/[A-Z]/i.test(raw);
  return labelOf(isBare ? `${system} ${raw.trim()}` : raw);
}

function usValue(value: number | null): number | null {
  return value !== null && value >= 0 && value <= LARGEST_SIZE ? value : null;
}
