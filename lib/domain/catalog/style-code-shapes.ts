import { isCurrencyCode } from '../money/currency';

/** A brand's way of writing style codes. */
export interface StyleCodeShape {
  readonly brands: readonly string[];
  /** The groups of the code; text between two groups may be a hyphen, a space, an underscore or nothing. */
  readonly groups: readonly string[];
  /** What the brand writes between the groups. */
  readonly joint: '-' | ' ';
  /**
   * `anywhere`: distinct enough to be found inside a title. `hyphen`: there only with its hyphen written.
   * `alone`: only when it is all the text there is.
   */
  readonly found: 'anywhere' | 'hyphen' | 'alone';
  /** Whether the joint may be missing: only where no other shape fits the same letters and digits. */
  readonly mayRunTogether?: boolean;
  /** Says no to what has the shape and is something else. */
  readonly unless?: (groups: readonly string[]) => boolean;
}

/**
 * The shapes of product-pages.md section 10, the first that fits wins. The order carries meaning: the two Nike shapes
 * stand before adidas, or `DZ5485 612` would read as adidas `DZ5485`.
 */
export const STYLE_CODE_SHAPES: readonly StyleCodeShape[] = [
  {
    brands: ['Nike', 'Jordan'],
    groups: ['[A-Z]{2}\\d{4}', '\\d{3}'],
    joint: '-',
    found: 'anywhere',
    mayRunTogether: true,
  },
  { brands: ['ASICS'], groups: ['\\d{4}[A-Z]\\d{3}', '\\d{3}'], joint: '-', found: 'anywhere', mayRunTogether: true },
  { brands: ['Under Armour'], groups: ['\\d{7}', '\\d{3}'], joint: '-', found: 'hyphen' },
  // Crocs writes some colours in figures only, so the two cannot be told apart by shape.
  { brands: ['Nike', 'Jordan', 'Crocs'], groups: ['\\d{6}', '\\d{3}'], joint: '-', found: 'anywhere' },
  {
    brands: ['Crocs'],
    groups: ['\\d{6}', '\\d(?:[A-Z][0-9A-Z]|\\d[A-Z])'],
    joint: '-',
    found: 'hyphen',
    mayRunTogether: true,
  },
  {
    brands: ['UGG'],
    groups: ['\\d{7}', '[A-Z]{3,4}'],
    joint: '-',
    found: 'hyphen',
    mayRunTogether: true,
    unless: isAmount,
  },
  { brands: ['Puma'], groups: ['\\d{6}', '\\d{2}'], joint: '-', found: 'hyphen' },
  { brands: ['Vans'], groups: ['VN0[0-9A-Z]{6,10}', '\\d{3}'], joint: '-', found: 'hyphen' },
  { brands: ['Vans'], groups: ['VN0[0-9A-Z]{6,10}'], joint: '-', found: 'anywhere' },
  { brands: ['Salomon'], groups: ['L\\d{8}'], joint: '-', found: 'anywhere' },
  { brands: ['Converse'], groups: ['A\\d{5}[A-Z]'], joint: '-', found: 'anywhere' },
  { brands: ['Converse'], groups: ['\\d{6}[A-Z]'], joint: '-', found: 'anywhere' },
  { brands: ['adidas'], groups: ['[A-Z]{2}\\d{4}'], joint: '-', found: 'anywhere', unless: isSeasonOrSize },
  { brands: ['adidas'], groups: ['[A-Z]\\d{5}'], joint: '-', found: 'anywhere' },
  {
    brands: ['New Balance'],
    groups: ['[A-Z]{1,3}\\d{3,4}[A-Z]{1,4}\\d?'],
    joint: '-',
    found: 'anywhere',
    unless: isModelName,
  },
  {
    brands: ['New Balance'],
    groups: ['(?:URC|BB|CT|MT|WT|PV|IV)\\d{2,3}[A-Z]{2,3}\\d?'],
    joint: '-',
    found: 'alone',
    unless: isModelName,
  },
  // Children's pairs break the brand's own rule: GBKLSTO1.
  { brands: ['New Balance'], groups: ['[GPI][A-Z]{6}\\d'], joint: '-', found: 'alone' },
  { brands: ['Gucci'], groups: ['\\d{6}', '[A-Z][0-9A-Z]{4}', '\\d{4}'], joint: ' ', found: 'alone' },
  { brands: ['Birkenstock'], groups: ['\\d{7}'], joint: '-', found: 'alone' },
  { brands: ['Crocs'], groups: ['\\d{6}'], joint: '-', found: 'alone' },
];

/** `1116109 USD` is money. */
function isAmount(groups: readonly string[]): boolean {
  return isCurrencyCode(groups[1] ?? '');
}

/** `FW2024` and `SS2023` are seasons, `EU4142` and `US1050` sizes run together. */
function isSeasonOrSize([code = '']: readonly string[]): boolean {
  return /^(?:SS|FW|AW|HO|SP|SU)20[12]\d$/.test(code) || /^(?:US|UK|EU)\d/.test(code);
}

/** `M990V6` and `M1906R` name a model in every colour; `U990GL6` names one. */
function isModelName([code = '']: readonly string[]): boolean {
  return /\d(?:V\d|R|D)$/.test(code) || /^(?:US|UK|EU|GTX|RTX)\d/.test(code);
}
