import type { PageReading, PagePrice, PageSize } from '@/lib/marketplaces/contract/page-reading';
import { readPageSize } from '@/lib/marketplaces/page/page-size';
import type { Variant } from './product-data';
import type { Row } from './rows';

type Gender = PageReading['identity']['gender'];

/** One size with what data and screen say of it together. */
export interface Listed {
  readonly label: string;
  readonly ids: readonly string[];
  readonly price: PagePrice | null;
  readonly source: 'dom-row' | 'embedded';
  /** Null: neither says whether one is left. */
  readonly isLeft: boolean | null;
  readonly isChosen: boolean;
}

/**
 * The data's sizes and those on the screen as one list. A price on the screen is what the page asks; of a size the screen
 * says nothing about, the data's counts.
 */
export function joinSizes(variants: readonly Variant[], rows: readonly Row[]): readonly Listed[] {
  const byLabel = new Map(rows.map((row) => [row.label.toUpperCase(), row]));
  const byId = new Map(rows.flatMap((row) => (row.variantId === null ? [] : ([[row.variantId, row]] as const))));
  const listed = variants.map((variant) => {
    const row = byLabel.get(variant.label.toUpperCase()) ?? (variant.id === null ? undefined : byId.get(variant.id));
    return ofBoth(variant, row);
  });
  const known = new Set(listed.map(({ label }) => label.toUpperCase()));
  const others = rows.filter((row) => !known.has(row.label.toUpperCase()) && !hasVariant(variants, row));
  return [...listed, ...others.map(ofRow)].slice(0, 80);
}

function hasVariant(variants: readonly Variant[], { variantId }: Row): boolean {
  return variantId !== null && variants.some(({ id }) => id === variantId);
}

function ofBoth({ id, label, price, isAvailable }: Variant, row: Row | undefined): Listed {
  const shown = row?.isOut === true ? null : (row?.price ?? null);
  return {
    label,
    ids: id === null ? [] : [id],
    price: shown ?? price,
    source: shown === null ? 'embedded' : 'dom-row',
    isLeft:
      row?.isOut === true ? false : (isAvailable ?? (row === undefined || row.isOut === null ? null : !row.isOut)),
    isChosen: row?.isChosen === true,
  };
}

function ofRow(row: Row): Listed {
  return {
    label: row.label,
    ids: row.variantId === null ? [] : [row.variantId],
    price: row.isOut === true ? null : row.price,
    source: 'dom-row',
    isLeft: row.isOut === null ? null : !row.isOut,
    isChosen: row.isChosen,
  };
}

/** The size somebody chose: on the screen, in the address, or in the form that would put it into the cart. */
export function chosenOf(listed: readonly Listed[], ids: readonly (string | null)[]): Listed | null {
  const onScreen = listed.filter((one) => one.isChosen);
  if (onScreen.length === 1) return onScreen[0] ?? null;
  for (const id of ids) {
    const named = id === null ? undefined : listed.find((one) => one.ids.includes(id));
    if (named !== undefined) return named;
  }
  const [only] = listed;
  return listed.length === 1 && only !== undefined ? only : null;
}

/**
 * A size of this shop: bare numbers are American men's, women's have a W behind them and children's a Y or C.
 *
 * @example `readSize('9.5W', null)` is US W 9.5; `OS` has no system, and nobody's run
 */
export function readSize(label: string, gender: Gender): Omit<PageSize, 'selected'> {
  const hasLetter = /\d ?(?:W|WMNS|M|Y|GS|C|PS|TD|K)\b/i.test(label) || /\b(?:W|M|WMNS|men|women)'?s? ?\d/i.test(label);
  const own = gender ?? (/\d/.test(label) ? 'men' : null);
  return readPageSize(label, { system: 'US', gender: hasLetter ? null : own });
}

/** A price without one left stands there as the shop writes it; `inStock` says that nobody can pay it. */
export function toRows(listed: readonly Listed[], gender: Gender): PageReading['perSize'] {
  return listed
    .filter(({ isLeft }) => isLeft !== null)
    .map(({ label, price, isLeft }) => {
      const { sex, us } = readSize(label, gender);
      return { label, sex, value: us, price, inStock: isLeft === true };
    });
}
