import type { PagePrice, PageReading } from '@/lib/marketplaces/contract/page-reading';
import { field, isFields, type Fields } from './json-tree';
import { knownCurrency } from './page-money';
import { releaseOn } from './release-day';

/**
 * The release of a product as GOAT's data writes it, which is behind Flight Club as well. What it calls the special
 * display price is the retail price: of no use as an ask, and just right here.
 *
 * @param product the data of the very product of the address; null where there is none
 */
export function releaseOfTemplate(product: Fields | null): PageReading['release'] {
  return product === null ? null : releaseOn(field(product, 'releaseDate'), retailOf(product));
}

function retailOf(product: Fields): PagePrice | null {
  const local = field(product, 'localizedSpecialDisplayPriceCents');
  if (!isFields(local)) return ofCents(field(product, 'specialDisplayPriceCents'), 'USD');
  // An amount in a currency the companion does not keep is not told as one in another.
  return ofCents(field(local, 'amount'), field(local, 'currency'));
}

function ofCents(told: unknown, currency: unknown): PagePrice | null {
  const known = knownCurrency(currency);
  const minor = typeof told === 'string' && /^\d{1,12}$/.test(told) ? Number(told) : told;
  const isAmount = typeof minor === 'number' && Number.isSafeInteger(minor) && minor > 0;
  return known === null || !isAmount ? null : { minor, currency: known };
}
