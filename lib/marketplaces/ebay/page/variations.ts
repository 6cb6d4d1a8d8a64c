import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { PagePrice } from '@/lib/marketplaces/contract/page-reading';
import { isChosenOption } from '@/lib/marketplaces/page/chosen';
import { inlineValues } from '@/lib/marketplaces/page/inline-data';
import { field, isFields, type Fields } from '@/lib/marketplaces/page/json-tree';
import { ldAmount } from '@/lib/marketplaces/page/ld-offers';
import { ownText } from '@/lib/marketplaces/page/own-text';
import { plainText } from '@/lib/marketplaces/page/plain-text';
import { keyOf } from './aspects';
import { isSizeName } from './sizes';

/** One choice of the size menu with the variations it stands for. */
export interface SizeChoice {
  readonly label: string;
  readonly variationIds: readonly string[];
}

export interface Variation {
  readonly id: string;
  readonly price: PagePrice | null;
  readonly isOut: boolean;
}

/** A listing of several variations, each with a price of its own. */
export interface Variations {
  /** The name of the size menu, as `keyOf` writes it. */
  readonly sizeKey: string;
  readonly choices: readonly SizeChoice[];
  readonly byId: ReadonlyMap<string, Variation>;
}

const MOST_CHOICES = 120;
const MOST_VARIATIONS = 2000;

/**
 * The variations in the page's own data, or null when the listing has none.
 *
 * @param shown the currency the price stands in on the screen: an amount that was changed into other money is only about
 * right, so the seller's own counts where the page shows that
 */
export function readVariations(document: Document, shown: CurrencyCode | null): Variations | null {
  for (const data of inlineValues(document, 'MSKU')) {
    const model = isFields(data) ? data : null;
    const found = model === null ? null : toVariations(modelIn(model), shown);
    if (found !== null) return found;
  }
  return null;
}

/** Whether what is sold varies in something else than the size, and in price with it: one amount is one variation's. */
export function variesOtherwise(document: Document): boolean {
  const prices = inlineValues(document, 'MSKU').flatMap((data) => {
    const variations = isFields(data) ? field(modelIn(data), 'variationsMap') : null;
    return isFields(variations) ? Object.values(variations).slice(0, MOST_VARIATIONS).filter(isFields) : [];
  });
  return new Set(prices.map((each) => priceOf(each, null)?.minor)).size > 1;
}

/** Somebody's choice on the screen: a plain menu, or the list that took its place. */
export function chosenLabel(document: Document, { choices }: Variations): string | null {
  const labels = new Set(choices.map(({ label }) => label));
  const marks = document.querySelectorAll(
    '[class*="x-msku"] :is([aria-selected="true"], [aria-checked="true"], [aria-pressed="true"]), [class*="x-msku"] .listbox-button__control, [class*="x-msku"] button[aria-haspopup="listbox"], .listbox-button__control, select[id*="msku" i] option, [class*="x-msku"] option, select[selectboxlabel] option, select[aria-label*="size" i] option, select[name]:not([name*="quant" i], [name*="qty" i]) option',
  );
  for (const mark of [...marks].slice(0, 600)) {
    if (mark.nodeName === 'OPTION' && !isChosenOption(mark)) continue;
    const text = mark.nodeName === 'OPTION' ? plainText(mark.textContent, 80) : wordsOf(mark);
    const named = text?.replace(/^[^:]{1,40}:\s*/, '');
    const label = [text, named, named?.replace(/\s*[([][^()[\]]{1,40}[)\]]$/, '')].find(
      (one) => one !== undefined && one !== null && labels.has(one),
    );
    if (label !== undefined && label !== null) return label;
  }
  return null;
}

function wordsOf(mark: Element): string | null {
  return ownText(mark.querySelector('.btn__text, .listbox__value') ?? mark, 80);
}

function modelIn(model: Fields): Fields {
  const inner = field(model, 'MSKU');
  return isFields(inner) ? inner : model;
}

function toVariations(model: Fields, shown: CurrencyCode | null): Variations | null {
  const items = field(model, 'menuItemMap');
  const variations = field(model, 'variationsMap');
  if (!isFields(items) || !isFields(variations)) return null;
  const menu = sizeMenu(model);
  if (menu === null) return null;
  const byId = new Map<string, Variation>();
  for (const [id, value] of Object.entries(variations).slice(0, MOST_VARIATIONS))
    if (isFields(value)) byId.set(id, { id, price: priceOf(value, shown), isOut: isOut(value) });
  const choices = menu.ids.map((id) => toChoice(field(items, id))).filter((choice) => choice !== null);
  return choices.length === 0 ? null : { sizeKey: menu.key, choices, byId };
}

/** The menu whose name is a size's; where there is but one menu without such a name, nothing is chosen by size. */
function sizeMenu(model: Fields): { readonly key: string; readonly ids: readonly string[] } | null {
  const menus = field(model, 'selectMenus');
  if (!Array.isArray(menus)) return null;
  for (const menu of (menus as unknown[]).slice(0, 10).filter(isFields)) {
    const key = keyOf(plainText(field(menu, 'displayLabel') ?? field(menu, 'displayName'), 80) ?? '');
    const ids = field(menu, 'menuItemValueIds');
    if (!isSizeName(key) || !Array.isArray(ids)) continue;
    return { key, ids: (ids as unknown[]).slice(0, MOST_CHOICES).map(String) };
  }
  return null;
}

function toChoice(item: unknown): SizeChoice | null {
  if (!isFields(item)) return null;
  const label = plainText(field(item, 'displayName') ?? field(item, 'valueName'), 60);
  const ids = field(item, 'matchingVariationIds');
  if (label === null) return null;
  return { label, variationIds: Array.isArray(ids) ? (ids as unknown[]).slice(0, MOST_VARIATIONS).map(String) : [] };
}

function priceOf(variation: Fields, shown: CurrencyCode | null): PagePrice | null {
  const value = path(variation, ['binModel', 'price', 'value']);
  if (value === null) return null;
  const here = ldAmount(field(value, 'value'), field(value, 'currency'));
  const original = ldAmount(field(value, 'convertedFromValue'), field(value, 'convertedFromCurrency'));
  return original !== null && (here === null || (original.currency === shown && here.currency !== shown))
    ? original
    : here;
}

function isOut(variation: Fields): boolean {
  const quantity = field(variation, 'quantity');
  return isFields(quantity) && field(quantity, 'outOfStock') === true;
}

function path(fields: Fields, names: readonly string[]): Fields | null {
  let at: unknown = fields;
  for (const name of names) {
    if (!isFields(at)) return null;
    at = field(at, name);
  }
  return isFields(at) ? at : null;
}
