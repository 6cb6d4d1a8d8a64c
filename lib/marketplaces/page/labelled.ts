import { styleCodesIn, type StyleCode } from '@/lib/domain/catalog/style-code';
import { plainText } from './plain-text';

/** One row of a list of facts: `Style` and `ZX1234-567`. */
export interface LabelledRow {
  /** In lower case, without the colon. */
  readonly label: string;
  readonly value: string;
}

/** How such a list is built; without `label` and `value` a row's first child is the label and the next ones the value. */
export interface RowShape {
  readonly row: string;
  readonly label?: string;
  readonly value?: string;
}

const MOST_ROWS = 200;
const MOST_VALUE = 300;

/**
 * The rows of "label: value" lists within `root`, in order. A row without either half is left out, and one of which
 * `isOthers` says that it is about another product.
 */
export function labelledRows(
  root: ParentNode,
  shape: RowShape,
  isOthers: (row: Element) => boolean = () => false,
): readonly LabelledRow[] {
  const rows: LabelledRow[] = [];
  for (const element of [...root.querySelectorAll(shape.row)].slice(0, MOST_ROWS)) {
    const row = isOthers(element) ? null : readRow(element, shape);
    if (row !== null) rows.push(row);
  }
  return rows;
}

/** The value of the first row with one of these labels, in the order of the labels. */
export function rowNamed(rows: readonly LabelledRow[], labels: readonly string[]): string | null {
  for (const label of labels) {
    const row = rows.find((each) => each.label === label);
    if (row !== undefined) return row.value;
  }
  return null;
}

function readRow(element: Element, { label, value }: RowShape): LabelledRow | null {
  const named = label === undefined ? null : textOf(element.querySelector(label));
  const told = value === undefined ? null : textOf(element.querySelector(value));
  if (named !== null && told !== null) return toRow(named, told);
  const children = [...element.children].map(textOf).filter((text) => text !== null);
  const [first, ...rest] = children;
  if (first !== undefined && rest.length > 0) return toRow(first, rest.join(' '));
  const [, before, after] = /^([^:：]{1,60})[:：]\s*(.+)$/.exec(textOf(element) ?? '') ?? [];
  return before === undefined || after === undefined ? null : toRow(before, after);
}

function toRow(label: string, value: string): LabelledRow | null {
  const name = label
    .replace(/[\s:：]+$/, '')
    .toLowerCase()
    .slice(0, 80);
  return name === '' ? null : { label: name, value };
}

function textOf(element: Element | null): string | null {
  return plainText(element?.textContent, MOST_VALUE);
}

/** A text that names more of them says them over and over. */
const MOST_LABELS = 40;

/** The words shops put before a style code. */
const CODE_LABEL =
  /\b(?:style(?: ?(?:code|id|number|no\.?|#))?|sku|product (?:code|id)|article(?: (?:number|no\.?))?|manufacturer sku|mpn)\b\s*[:#：-]?\s*/giu;

/** A style code behind its label. */
export interface LabelledCode {
  readonly code: StyleCode;
  readonly raw: string;
  /** Every code of the label, `code` first: a page may name two (`QX4321 / QX4322`). */
  readonly all: readonly StyleCode[];
}

/**
 * The style code a running text names by its label (`… style 1203A383-104, released in …`, `SKU: ZX1234-567`), or null.
 * A code that only stands somewhere in the text is no answer here: see `codeOfTitle`.
 */
export function labelledCode(text: string | null): LabelledCode | null {
  if (text === null) return null;
  let labels = 0;
  for (const match of text.slice(0, 5000).matchAll(CODE_LABEL)) {
    labels += 1;
    if (labels > MOST_LABELS) return null;
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 48);
    const words = after.split(/[\s,;|()]+/u).filter((word) => word !== '');
    for (let most = Math.min(5, words.length); most > 0; most -= 1) {
      const found = codesOf(words.slice(0, most).join(' '));
      if (found !== null) return found;
    }
  }
  return null;
}

/** A text that is one code, or several with a stroke between any two, and nothing besides. */
function codesOf(raw: string): LabelledCode | null {
  const found = styleCodesIn(raw.replace(/[.:]+$/, ''));
  const [first] = found;
  // A number and the two figures that happen to follow it, a size as a rule, are no code of one.
  const isRun = /^\d+ \d{1,2}$/.test(raw);
  if (first === undefined || isRun || found.some(({ whole, shopNumber }) => !whole || shopNumber === 'yes'))
    return null;
  return { code: first.code, raw, all: found.map(({ code }) => code) };
}
