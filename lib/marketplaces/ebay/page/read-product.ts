import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { PageReading, PageSize, PageWarning } from '@/lib/marketplaces/contract/page-reading';
import { readAmount } from '@/lib/marketplaces/page/amounts';
import { conditionOf } from '@/lib/marketplaces/page/condition-words';
import { emptyReading } from '@/lib/marketplaces/page/empty-reading';
import { readInstead } from '@/lib/marketplaces/page/instead';
import { reportOf } from '@/lib/marketplaces/page/report';
import { isSeveral } from '@/lib/marketplaces/page/several';
import { aspectOf, readAspects, type Aspect } from './aspects';
import { CONDITION_NAMES } from './aspect-names';
import { hasEnded } from './ended';
import { readHero, shippingIn, type Hero } from './hero';
import { readIdentity } from './identity';
import { isAnotherListing, nameOf, readListingData, type ListingData } from './listing-data';
import { costOfChoice, costOfOne, isAllOut, rowsOf, type Choice, type Cost } from './market';
import { matchEbayUrl, type EbayAddress } from './match-url';
import { readListedSize, sizeOfAspects } from './sizes';
import { chosenLabel, readVariations, variesOtherwise } from './variations';

/** What the place's own sign means where it fits several currencies. */
const DOLLARS: Readonly<Record<string, CurrencyCode>> = { com: 'USD', ca: 'CAD', 'com.au': 'AUD' };

/**
 * What a listing on eBay says. Identity comes from the specifics the seller filled in, else from a code in the name; the
 * price from the screen, from the chosen variation's data, else from the structured data. An amount that is only about
 * the price in other money is never it, and a listing that is over has none.
 *
 * @example `/itm/123456789012` with "US $199.99" and the specific "US Shoe Size: 10": US 10, 19999 USD, fixed
 */
export function readEbayProduct(document: Document, url: string, isPriceStale = false): PageReading {
  const address = matchEbayUrl(url);
  if (address === null) return emptyReading('ebay', url, 'not_product', 'NOT_PRODUCT');
  const hero = readHero(document);
  const aspects = readAspects(document);
  const data = readListingData(document, address);
  const title = hero.title ?? nameOf(data.product);
  if (title === null && aspects.length === 0 && hero.amounts.length === 0)
    return readInstead(document, 'ebay', url) ?? emptyReading('ebay', url, 'not_product', 'NOT_PRODUCT');
  const { identity, warnings } = readIdentity({ address, title, aspects, product: data.product });
  if (isAnotherListing(document, address)) return mismatched(url, identity.slug, address.listingId);
  const likely = DOLLARS[address.place] ?? null;
  const [choice, size] = readSize(document, address, { hero, aspects, likely, gender: identity.gender });
  const shown = isPriceStale ? { ...hero, amounts: [] } : hero;
  const cost = choice === null ? costAlone(document, shown, data, likely) : costOfChoice(choice, shown, likely);
  const isOver =
    hasEnded(document, hero.amounts.length > 0 || (data.offer?.price ?? null) !== null) ||
    data.offer?.availability === 'sold_out' ||
    (choice !== null && isAllOut(choice));
  const several = isSeveral(title, identity.styleCode?.all ?? []);
  const reading = {
    ...emptyReading('ebay', url, 'product'),
    identity,
    size,
    price: isOver ? null : cost.price,
    shipping: data.offer?.shipping ?? freeOrAmount(hero.shipping, likely ?? cost.price?.currency ?? null),
    perSize: choice === null ? [] : rowsOf(choice.variations, identity.gender),
    availability: isOver ? 'sold_out' : cost.price === null ? 'unknown' : 'in_stock',
    condition: readCondition(hero, aspects, data),
    warnings: [...warnings, ...doubts({ size, cost, isOver, several, data, isPriceStale })],
  } as const;
  return { ...reading, report: report(reading, { choice, hero, aspects, data }) };
}

function costAlone(document: Document, hero: Hero, data: ListingData, likely: CurrencyCode | null): Cost {
  return variesOtherwise(document) ? { price: null, warnings: ['PRICE_MISSING'] } : costOfOne(hero, data.offer, likely);
}

interface SizeFacts {
  readonly hero: Hero;
  readonly aspects: readonly Aspect[];
  readonly likely: CurrencyCode | null;
  readonly gender: PageReading['identity']['gender'];
}

/** The size of the one pair, or the one that is chosen among several; a choice that nobody made is no size. */
function readSize(
  document: Document,
  { variationId, place }: EbayAddress,
  { hero, aspects, likely, gender }: SizeFacts,
): readonly [Choice | null, PageSize | null] {
  const shown = readAmount(hero.amounts[0] ?? '', likely)?.currency ?? null;
  const variations = readVariations(document, shown);
  if (variations === null) {
    const size = sizeOfAspects(aspects, place, gender);
    return [null, size === null ? null : { ...size, selected: true }];
  }
  const label = chosenLabel(document, variations);
  const onScreen = variations.choices.find((choice) => choice.label === label);
  const inAddress = variations.choices.find(
    ({ variationIds }) => variationId !== null && variationIds.includes(variationId),
  );
  // What somebody chose on the page is newer than what the link brought along.
  const chosen = onScreen ?? inAddress ?? null;
  const told =
    chosen !== null && variationId !== null && chosen.variationIds.includes(variationId) ? variationId : null;
  const choice = { variations, chosen, variationId: told };
  if (chosen === null)
    return [
      choice,
      { ...readListedSize('', variations.sizeKey, gender), raw: '', value: null, us: null, selected: false },
    ];
  return [choice, { ...readListedSize(chosen.label, variations.sizeKey, gender), selected: true }];
}

function readCondition(hero: Hero, aspects: readonly Aspect[], data: ListingData): PageReading['condition'] {
  const onScreen = conditionOf(hero.condition);
  if (onScreen !== 'unknown') return onScreen;
  const told = conditionOf(aspectOf(aspects, CONDITION_NAMES));
  return told === 'unknown' ? (data.offer?.condition ?? 'unknown') : told;
}

/** Free sending is said in words. */
function freeOrAmount(text: string | null, likely: CurrencyCode | null): PageReading['shipping'] {
  const amount = shippingIn(text, likely);
  if (amount !== null || text === null || likely === null) return amount;
  return /^(?:free|kostenlos|gratuit|gratis)/i.test(text) ? { minor: 0, currency: likely } : null;
}

interface Doubts {
  readonly size: PageSize | null;
  readonly cost: Cost;
  readonly isOver: boolean;
  readonly several: boolean;
  readonly data: ListingData;
  readonly isPriceStale: boolean;
}

function doubts({ size, cost, isOver, several, data, isPriceStale }: Doubts): readonly PageWarning[] {
  const ofPrice = isOver ? ['SOLD_OUT' as const] : isPriceStale ? ['PRICE_PENDING' as const] : cost.warnings;
  const isUnknown = size !== null && size.selected && size.system === null && /\d/.test(size.raw);
  return [
    ...(data.state === 'invalid' ? (['JSONLD_INVALID'] as const) : []),
    ...(several ? (['BUNDLE'] as const) : []),
    ...(isUnknown ? (['SIZE_SYSTEM_UNKNOWN'] as const) : []),
    ...ofPrice,
  ];
}

/** The page is another listing's: nothing of it may be told for this one. */
function mismatched(url: string, slug: string | null, listingId: string | null): PageReading {
  const empty = emptyReading('ebay', url, 'product', 'LISTING_MISMATCH');
  return { ...empty, identity: { ...empty.identity, slug, listingId } };
}

function report(
  reading: Omit<PageReading, 'report'>,
  { choice, hero, aspects, data }: { choice: Choice | null; hero: Hero; aspects: readonly Aspect[]; data: ListingData },
): PageReading['report'] {
  const isChosen = reading.size?.selected === true;
  return reportOf(reading, isChosen ? (choice === null ? 'dom-label' : 'embedded') : null, {
    embedded: choice === null ? 'absent' : 'found',
    'dom-hero': hero.title === null && hero.amounts.length === 0 ? 'absent' : 'found',
    'dom-label': aspects.length === 0 ? 'absent' : 'found',
    'json-ld': data.state,
  });
}
