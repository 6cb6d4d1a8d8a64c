import type { PagePrice, PageReading, PageSize, PageWarning } from '@/lib/marketplaces/contract/page-reading';
import { isBundle } from '@/lib/marketplaces/page/bundle';
import { emptyReading } from '@/lib/marketplaces/page/empty-reading';
import { readInstead } from '@/lib/marketplaces/page/instead';
import { readJsonLd } from '@/lib/marketplaces/page/json-ld';
import { ldText } from '@/lib/marketplaces/page/json-ld-fields';
import { offersOf } from '@/lib/marketplaces/page/ld-offers';
import { readMeta } from '@/lib/marketplaces/page/meta';
import { readPageSize } from '@/lib/marketplaces/page/page-size';
import { plainText } from '@/lib/marketplaces/page/plain-text';
import { endsWithPath } from '@/lib/marketplaces/page/same-path';
import { reportOf } from '@/lib/marketplaces/page/report';
import { showsSold } from '@/lib/marketplaces/page/sold-words';
import { releaseOfTemplate } from '@/lib/marketplaces/page/template-release';
import { titleFits } from '@/lib/marketplaces/page/title-fits';
import { readEmbedded, type Embedded } from './embedded';
import { OTHERS, readHero, type Hero, type Row } from './hero';
import { readIdentity } from './identity';
import { matchFlightClubUrl } from './match-url';

type Gender = PageReading['identity']['gender'];

/**
 * What a product page of Flight Club says. The site has GOAT's data behind it, so names and sizes are written as there;
 * how the page shows them is known less surely, so that each layer is looked for in several ways. A number of six
 * figures at the end of an address is the shop's own.
 *
 * @example `/aero-court-1-low-zx1234-567` with "10 $195" on the screen: ZX1234-567, from 19500 USD in any size
 */
export function readFlightClubProduct(document: Document, url: string, arePricesStale = false): PageReading {
  const address = matchFlightClubUrl(url);
  if (address === null) return emptyReading('flight-club', url, 'not_product', 'NOT_PRODUCT');
  const { slug } = address;
  const shown = readHero(document, 'USD');
  const embedded = readEmbedded(document, slug, isAnotherPage(document, slug));
  const { identity, warnings } = readIdentity(document, slug, { embedded, title: shown.title });
  const hero = arePricesStale ? { ...shown, rows: [] } : shown;
  const ld = arePricesStale ? null : offerOfData(document, slug, identity.title);
  const isBare = shown.rows.length === 0 && embedded.state !== 'found' && ld === null;
  const isNamed = shown.title !== null && titleFits(slug.replace(/-\d{6}$/, ''), shown.title) !== 'other';
  const instead = isBare && !isNamed ? readInstead(document, 'flight-club', url) : null;
  if (instead !== null) return instead;
  // Lists have one segment as well, and filters that look like sizes: without the end of a product's address something
  // that only products have must tell.
  const isTold = shown.isOwnBar || embedded.state === 'found' || ld !== null;
  if (!address.isSure && !isTold && (isBare || identity.styleCode === null))
    return emptyReading('flight-club', url, 'not_product', 'NOT_PRODUCT');
  const offers = offersOfPage(hero, embedded, ld);
  const wanted = plainText(new URL(url).searchParams.get('size'), 20);
  const market = readMarket(offers, {
    gender: identity.gender,
    wanted,
    isSold: !arePricesStale && isSoldOut(document, offers),
  });
  const reading = {
    ...emptyReading('flight-club', url, 'product'),
    identity,
    ...market,
    release: releaseOfTemplate(embedded.product),
    condition: 'new',
    warnings: [
      ...(embedded.state === 'stale' ? (['STALE_EMBEDDED'] as const) : []),
      ...warnings,
      ...(readJsonLd(document).isInvalid ? (['JSONLD_INVALID'] as const) : []),
      ...(isBundle(identity.title, identity.styleCode?.all ?? []) ? (['BUNDLE'] as const) : []),
      ...market.warnings,
    ],
  } as const;
  return {
    ...reading,
    report: reportOf(reading, market.size.selected ? offers.source : null, {
      embedded: embedded.state,
      'dom-row': shown.rows.length === 0 ? 'absent' : 'found',
      'json-ld': ld === null ? 'absent' : 'found',
    }),
  };
}

/** Whether the page's head is about another address, as it is after a navigation inside the page. */
export function isAnotherPage(document: Document, slug: string): boolean {
  const { canonical, ogUrl } = readMeta(document);
  const told = matchFlightClubUrl(canonical ?? ogUrl ?? '');
  return told !== null && told.slug !== slug;
}

interface Offers {
  /** Null: nothing says what the sizes cost. */
  readonly rows: readonly Row[] | null;
  readonly source: 'dom-row' | 'embedded';
  /** What the structured data names, whatever the size. */
  readonly any: PagePrice | null;
}

function offersOfPage(hero: Hero, { sizes }: Embedded, any: PagePrice | null): Offers {
  if (hero.rows.length > 0) return { rows: hero.rows, source: 'dom-row', any };
  const rows = sizes?.map((size) => ({ ...size, isChosen: false })) ?? null;
  return { rows, source: 'embedded', any };
}

/** The structured data's price, when it is about this address or this name. */
function offerOfData(document: Document, slug: string, title: string | null): PagePrice | null {
  for (const product of readJsonLd(document).products.slice(0, 5)) {
    const url = ldText(product, 'url', 500) ?? offersOf(product)[0]?.url ?? null;
    const isOwn = url === null ? title !== null && ldText(product, 'name') === title : endsWithPath(url, slug);
    const left = isOwn ? offersOf(product).filter(({ availability }) => availability !== 'sold_out') : [];
    const [first] = left.map(({ price, from }) => price ?? from).filter((price) => price !== null);
    if (first !== undefined) return first;
  }
  return null;
}

function isSoldOut(document: Document, { rows, any }: Offers): boolean {
  if (rows !== null) return rows.every(({ price }) => price === null);
  return any === null && showsSold(document, 'main button, main p, main span, main div, main h2', OTHERS);
}

interface MarketContext {
  readonly gender: Gender;
  /** The size in the address. */
  readonly wanted: string | null;
  readonly isSold: boolean;
}

type Market = Pick<PageReading, 'price' | 'perSize' | 'availability' | 'warnings'> & { readonly size: PageSize };

function readMarket({ rows, source, any }: Offers, { gender, wanted, isSold }: MarketContext): Market {
  const chosen = chosenOf(rows ?? [], wanted, gender);
  const label = chosen?.label ?? wanted;
  const price =
    chosen === undefined ? (label === null ? lowestOf(rows, source, any) : null) : sizePrice(chosen, source);
  const isOut = isSold || (chosen !== undefined && chosen.price === null);
  const warnings: PageWarning[] = [];
  if (label === null && price !== null) warnings.push('SIZE_UNSELECTED');
  if (isOut) warnings.push('SOLD_OUT');
  else if (price === null) warnings.push(rows === null ? 'PRICE_PENDING' : 'PRICE_MISSING');
  else if (price.currency === null) warnings.push('CURRENCY_AMBIGUOUS');
  return {
    size: toSize(label, gender),
    price: isOut ? null : price,
    perSize: (rows ?? []).map((row) => toPerSize(row, gender)),
    availability: isOut ? 'sold_out' : price === null ? 'unknown' : 'in_stock',
    warnings,
  };
}

function chosenOf(rows: readonly Row[], wanted: string | null, gender: Gender): Row | undefined {
  const marked = rows.filter(({ isChosen }) => isChosen);
  if (marked.length === 1) return marked[0];
  if (wanted === null) return undefined;
  const { value } = sizeOf(wanted, gender);
  return rows.find((row) => row.label === wanted || (value !== null && sizeOf(row.label, gender).value === value));
}

function toSize(label: string | null, gender: Gender): PageSize {
  if (label !== null) return { ...sizeOf(label, gender), selected: true };
  return { ...sizeOf('9', gender), raw: '', value: null, us: null, selected: false };
}

function sizeOf(label: string, gender: Gender): Omit<PageSize, 'selected'> {
  return readPageSize(label, { system: 'US', gender });
}

function toPerSize({ label, price }: Row, gender: Gender): PageReading['perSize'][number] {
  const { sex, us } = sizeOf(label, gender);
  return { label, sex, value: us, price, inStock: price !== null };
}

function sizePrice({ price }: Row, source: Offers['source']): PageReading['price'] {
  return price === null ? null : { ...price, kind: 'buy_now_size', source };
}

function lowestOf(rows: readonly Row[] | null, source: Offers['source'], any: PagePrice | null): PageReading['price'] {
  const prices = (rows ?? []).flatMap(({ price }) => (price === null ? [] : [price]));
  if (rows === null) return any === null ? null : { ...any, kind: 'lowest_ask_any', source: 'json-ld' };
  // Amounts in two currencies have no lowest.
  if (new Set(prices.map(({ currency }) => currency)).size > 1) return null;
  const lowest = prices.reduce<PagePrice | null>(
    (least, one) => (least === null || one.minor < least.minor ? one : least),
    null,
  );
  return lowest === null ? null : { ...lowest, kind: 'lowest_ask_any', source };
}
