import type { StyleCode } from '@/lib/domain/catalog/style-code';
import { isCurrencyCode, type CurrencyCode } from '@/lib/domain/money/currency';
import { money, type Money } from '@/lib/domain/money/money';
import type { SiteId } from '@/lib/domain/sites/site';
import type { StoredProfiles } from '@/lib/domain/sites/site-profile';
import type { PageQuestion } from './page-look-up';

/** An amount as it came from a page. */
type AskedPrice = { readonly minor: number; readonly currency: string | null } | null;

/** A question as it came from a page, checked for its shape and no more. */
export interface AskedPage extends Pick<PageQuestion, 'site' | 'catalogId' | 'run' | 'taken'> {
  readonly sizes: readonly { readonly label: string; readonly value: number | null; readonly price: AskedPrice }[];
  readonly price: AskedPrice;
  readonly shipping: AskedPrice;
}

/** What a page asked, in the books' own terms. */
export function toQuestion(input: AskedPage, styleCode: StyleCode, bare: CurrencyCode | null): PageQuestion {
  const { site, catalogId, run, sizes, taken, shipping } = input;
  return {
    site,
    styleCode,
    catalogId,
    run,
    sizes: sizes.map(({ label, value, price }) => ({ label, value, price: toMoney(price, bare) })),
    price: toMoney(input.price, bare),
    taken,
    shipping: toMoney(shipping, bare),
    currency: currencyOfPage([...sizes, input]) ?? bare ?? 'USD',
  };
}

/** The first currency the page names that the companion keeps; where it names none, the site's own or alias's dollars. */
function currencyOfPage(sizes: readonly { readonly price: AskedPrice }[]): CurrencyCode | null {
  return sizes.map(({ price }) => price?.currency ?? '').find(isCurrencyCode) ?? null;
}

/**
 * A price whose currency is not known, or not kept, is no price to reckon with.
 *
 * @param bare what the seller says the site's bare amounts are in
 */
export function toMoney(price: AskedPrice, bare: CurrencyCode | null): Money | null {
  const currency = price === null ? null : (price.currency ?? bare);
  if (price === null || currency === null || !isCurrencyCode(currency)) return null;
  return money(price.minor, currency);
}

/** What the seller says the bare amounts of a site are in; null: as the page says. */
export function bareCurrency(site: SiteId, profiles: StoredProfiles): CurrencyCode | null {
  return Object.hasOwn(profiles, site) ? (profiles[site]?.currency ?? null) : null;
}
