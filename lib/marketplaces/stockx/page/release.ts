import { styleCodesIn, type StyleCode } from '@/lib/domain/catalog/style-code';
import type { PageReading } from '@/lib/marketplaces/contract/page-reading';
import { field, isFields, type Fields } from '@/lib/marketplaces/page/json-tree';
import { rowNamed } from '@/lib/marketplaces/page/labelled';
import { ldAmount } from '@/lib/marketplaces/page/ld-offers';
import { createPriceReader, likelyCurrency } from '@/lib/marketplaces/page/page-money';
import { plainText } from '@/lib/marketplaces/page/plain-text';
import { releaseOn } from '@/lib/marketplaces/page/release-day';
import type { StockxPage } from './identity';

const DAY = 'release date';
const RETAIL = 'retail price';

/**
 * The traits "Release Date" and "Retail Price": of the page's own data, else of the drawn rows, and of those only where
 * one of them names this very product. Rows below the fold are drawn last and may still be a former product's.
 *
 * @param codes the style codes of the page's product
 */
export function readStockxRelease(
  { data, hero }: Pick<StockxPage, 'data' | 'hero'>,
  codes: readonly StyleCode[],
  locale: string | null,
): PageReading['release'] {
  const currency = likelyCurrency(data.currency, locale);
  const own = data.product === null ? null : releaseOn(trait(data.product, DAY), null);
  if (data.product !== null && own !== null)
    return { ...own, retailPrice: ldAmount(trait(data.product, RETAIL), currency) };
  const isOwn = hero.traits.some(({ value }) => styleCodesIn(value).some(({ code }) => codes.includes(code)));
  if (!isOwn) return null;
  const price = createPriceReader(currency)(rowNamed(hero.traits, [RETAIL]) ?? '');
  return releaseOn(rowNamed(hero.traits, [DAY]), price === 'ambiguous' ? null : price);
}

function trait(product: Fields, name: string): unknown {
  const traits = field(product, 'traits');
  const rows: readonly unknown[] = Array.isArray(traits) ? traits.slice(0, 60) : [];
  const row = rows.filter(isFields).find((each) => plainText(field(each, 'name'), 60)?.toLowerCase() === name);
  return row === undefined ? null : field(row, 'value');
}
