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

/** What is asked about a page; null when the page does not say which shoe it is. */
export function questionOf(reading: PageReading, catalogId: string | null): LookQuestion | null {
  const code = reading.identity.styleCode?.canonical;
  if (code === undefined) return null;
  return {
    site: reading.site,
    styleCode: code,
    catalogId,
    run: reading.identity.gender,
    bundle: reading.warnings.includes('BUNDLE'),
    sizes: onceEach(sizesOf(reading)).slice(0, MOST_SIZES),
  };
}

/** The size the page has selected, as the question calls it; null when none is, or it is not among the sizes asked for. */
export function selectedLabel(reading: PageReading): string | null {
  if (reading.size === null || !reading.size.selected) return null;
  const label = labelOf(reading.size.raw);
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
    price: isNew && inStock ? askedPrice(price) : null,
  }));
  const { size } = reading;
  if (size === null || !size.selected) return listed;
  const own: AskedSize = {
    label: labelOf(size.raw),
    value: usValue(size.us),
    price: isNew ? priceOfSelected(reading) : null,
  };
  const at = listed.findIndex((each) => each.label === own.label || (own.value !== null && each.value === own.value));
  if (at < 0) return [own, ...listed];
  // The page's own buy button outranks its list of sizes.
  return listed.map((each, nth) => (nth === at && own.price !== null ? { ...each, price: own.price } : each));
}

/** Only what is asked for this very size: the lowest ask of any size and the retail price are other questions. */
function priceOfSelected({ price }: PageReading): AskedSize['price'] {
  return price?.kind === 'buy_now_size' || price?.kind === 'fixed' ? askedPrice(price) : null;
}

function askedPrice(price: { readonly minor: number; readonly currency: string | null } | null): AskedSize['price'] {
  if (price === null || !Number.isSafeInteger(price.minor) || price.minor < 1 || price.minor > DEAREST) return null;
  return { minor: price.minor, currency: price.currency };
}

function labelOf(raw: string): string {
  return raw.trim().slice(0, LONGEST_LABEL);
}

function usValue(value: number | null): number | null {
  return value !== null && value >= 0 && value <= LARGEST_SIZE ? value : null;
}
