import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { PagePrice } from '@/lib/marketplaces/contract/page-reading';
import { amountsIn, onlyAmount } from '@/lib/marketplaces/page/amounts';
import { askedText, isLowestOfSeveral } from '@/lib/marketplaces/page/asked-text';
import { isChosen, isChosenOption } from '@/lib/marketplaces/page/chosen';
import { ownText } from '@/lib/marketplaces/page/own-text';
import { isSizeLabel } from '@/lib/marketplaces/page/page-size';
import { plainText } from '@/lib/marketplaces/page/plain-text';

/** One size as it stands on the screen. */
export interface Row {
  readonly label: string;
  readonly price: PagePrice | null;
  /** Null: the row does not say. */
  readonly isOut: boolean | null;
  readonly isChosen: boolean;
  readonly variantId: string | null;
}

const BUTTONS =
  '.ProductForm__select__button, .js-product-variant, [class*="ProductForm__select__list"] li, [class*="ProductForm"] button[data-variant-id], fieldset [data-variant-id]';
const RADIOS = 'fieldset input[type="radio"], form input[type="radio"], [class*="ProductForm"] input[type="radio"]';
const OPTIONS =
  'form[action*="/cart/add"] select option, select[name="id"] option, [class*="ProductForm"] select option';
const NAMES =
  '.ProductForm__select__variant__name, [class*="variant__name"], [class*="variant-name"], [class*="size-name"]';
const PRICES =
  '.ProductForm__select__variant__price, [class*="variant__price"], [class*="variant-price"], [class*="size-price"]';
/** Lists of other products, and the shop's own frame. */
export const OTHERS =
  '[class*="tvg_grid"], [class*="recommend" i], [class*="related" i], [class*="recently" i], [class*="ProductItem"], [class*="cart-drawer" i], [class*="CartDrawer"], header, footer, nav, a[href*="/products/"]';

const OUT = /\bsold[ -]?out\b|\bout of stock\b|\bunavailable\b|\bnotify me\b/i;

const MOST_ROWS = 160;

/** The sizes on the screen: the form's buttons, else the plain menu of a shop. */
export function readRows(document: Document, currency: CurrencyCode | null): readonly Row[] {
  const buttons = [...document.querySelectorAll(BUTTONS)].slice(0, MOST_ROWS * 2);
  const rows = buttons.map((button) => toRow(button, currency)).filter((row) => row !== null);
  // Where sizes have prices beside them, one without has none to sell; where none has, a bare button says nothing.
  const havePrices = rows.some(({ price }) => price !== null);
  if (rows.length > 0)
    return distinct(rows.map((row) => (havePrices && row.price === null ? { ...row, isOut: true } : row)));
  const radios = [...document.querySelectorAll(RADIOS)].slice(0, MOST_ROWS).map(ofRadio);
  const options = [...document.querySelectorAll(OPTIONS)].slice(0, MOST_ROWS).map((one) => ofOption(one, currency));
  return distinct([...radios, ...options].filter((row) => row !== null));
}

/** The variation the form would put into the cart. */
export function formVariant(document: Document): string | null {
  const input = document.querySelector('form[action*="/cart/add"] input[name="id"]');
  const value = input?.getAttribute('value') ?? '';
  return /^\d{1,20}$/.test(value) ? value : null;
}

function toRow(element: Element, currency: CurrencyCode | null): Row | null {
  if (element.closest(OTHERS) !== null) return null;
  const named = ownText(element.querySelector(NAMES), 40);
  const label =
    named ??
    ownText(element, 60)
      ?.split(/\s+(?=[$£€¥]|US\$|sold)/i)[0]
      ?.trim() ??
    null;
  if (label === null || !isSizeLabel(label) || amountsIn(label).length > 0) return null;
  const text = askedText(element, 120);
  const priceElement = element.querySelector(PRICES);
  const price = priceIn(priceElement === null ? behind(text, label) : askedText(priceElement, 60), currency);
  const isMarked = element.hasAttribute('disabled') || element.getAttribute('aria-disabled') === 'true';
  const isOut = isMarked || OUT.test(text ?? '') || /sold-?out|unavailable|disabled/i.test(classOf(element));
  return {
    label,
    price,
    isOut: isOut ? true : price === null ? null : false,
    isChosen: isChosen(element),
    variantId: idOf(
      element.getAttribute('data-variant-id') ?? element.getAttribute('data-id') ?? element.getAttribute('value'),
    ),
  };
}

/** A size and an amount may stand so close that its sign would seem to be the size's: `9 € 129,00`. */
function behind(text: string | null, label: string): string | null {
  return text?.startsWith(label) === true ? text.slice(label.length) : text;
}

/** What this very size costs; the lowest of several is another one's. */
function priceIn(text: string | null, currency: CurrencyCode | null): PagePrice | null {
  return isLowestOfSeveral(text?.replace(/^[\s–|-]+/, '') ?? null) ? null : onlyAmount(text, currency);
}

/** Newer themes: the value is the size, and the label beside it only shows it. */
function ofRadio(input: Element): Row | null {
  const label = plainText(input.getAttribute('value'), 40);
  // A variation's number may stand there instead.
  if (label === null || !isSizeLabel(label) || /\d{3}/.test(label)) return null;
  const isOut = input.hasAttribute('disabled') || /sold-?out|unavailable|disabled/i.test(classOf(input));
  return { label, price: null, isOut: isOut ? true : null, isChosen: isChosenRadio(input), variantId: null };
}

function isChosenRadio(input: Element): boolean {
  return Reflect.get(input, 'checked') === true || input.hasAttribute('checked');
}

function ofOption(option: Element, currency: CurrencyCode | null): Row | null {
  const text = ownText(option, 120);
  const label = text?.split(/\s+[-–|]\s+/)[0]?.trim();
  if (label === undefined || text === null || !isSizeLabel(label)) return null;
  const price = priceIn(behind(text, label), currency);
  const isOut = option.hasAttribute('disabled') || OUT.test(text);
  return {
    label,
    price,
    isOut: isOut ? true : price === null ? null : false,
    isChosen: isChosenOption(option),
    variantId: idOf(option.getAttribute('value')),
  };
}

function distinct(rows: readonly Row[]): readonly Row[] {
  const byLabel = new Map<string, Row>();
  for (const row of rows) {
    const known = byLabel.get(row.label);
    if (known === undefined) byLabel.set(row.label, row);
    else if (!known.isChosen && row.isChosen) byLabel.set(row.label, { ...known, isChosen: true });
  }
  return [...byLabel.values()].slice(0, 80);
}

function classOf(element: Element): string {
  return element.getAttribute('class')?.slice(0, 400) ?? '';
}

function idOf(raw: string | null): string | null {
  return raw !== null && /^\d{1,20}$/.test(raw) ? raw : null;
}
