import { field, isFields, type Fields } from '@/lib/marketplaces/page/json-tree';
import { readPageSize } from '@/lib/marketplaces/page/page-size';
import { plainText } from '@/lib/marketplaces/page/plain-text';
import type { PageReading } from '@/lib/marketplaces/contract/page-reading';

type Gender = PageReading['identity']['gender'];

/** One size of the product in every system the page can show it in. */
export interface ChartRow {
  /** In lower case, one space between words, as a label is compared. */
  readonly labels: readonly string[];
  /** The product's own US number: men's on a men's shoe, women's on a women's. */
  readonly us: number | null;
  readonly gtins: readonly string[];
}

const MOST_VARIANTS = 150;
const MOST_OPTIONS = 12;

/** The product's own conversion table: the only thing that may turn one system into another. */
export function readChart(product: Fields | null, gender: Gender): readonly ChartRow[] {
  return listOf(product, 'variants')
    .slice(0, MOST_VARIANTS)
    .filter(isFields)
    .map((variant) => toRow(variant, gender));
}

/**
 * The row of a label, or null when none or several fit.
 *
 * @example with Nike's men's chart `UK 6 (EU 40)` is the row of US 7; `UK 6` fits two rows and is none
 */
export function rowOf(chart: readonly ChartRow[], label: string): ChartRow | null {
  const wanted = normal(label);
  return (
    only(chart.filter(({ labels }) => labels.includes(wanted))) ??
    only(chart.filter(({ labels }) => labels.some((each) => withoutHint(each) === withoutHint(wanted))))
  );
}

function only(rows: readonly ChartRow[]): ChartRow | null {
  const [first, ...others] = rows;
  return first !== undefined && others.every(({ us }) => us === first.us && us !== null) ? first : null;
}

function toRow(variant: Fields, gender: Gender): ChartRow {
  const sizeChart = field(variant, 'sizeChart');
  const chart = isFields(sizeChart) ? sizeChart : null;
  const traits = field(variant, 'traits');
  const base = textOf(chart, 'baseSize') ?? (isFields(traits) ? textOf(traits, 'size') : null);
  const baseType = normal(textOf(chart, 'baseType') ?? 'us');
  const options = listOf(chart, 'displayOptions').slice(0, MOST_OPTIONS).filter(isFields);
  const labels = options.map((option) => textOf(option, 'size')).filter((size) => size !== null);
  return {
    labels: [...new Set([...labels, ...(base === null ? [] : [base])].map(normal))],
    us: baseNumber(base, baseType) ?? optionNumber(options, gender),
    gtins: listOf(variant, 'gtins')
      .slice(0, 8)
      .map(gtinOf)
      .filter((code) => code !== null),
  };
}

function baseNumber(base: string | null, baseType: string): number | null {
  if (base === null || !baseType.startsWith('us')) return null;
  return usNumber(base);
}

function optionNumber(options: readonly Fields[], gender: Gender): number | null {
  const type = gender === 'women' ? 'us w' : 'us m';
  const option = options.find((each) => normal(textOf(each, 'type') ?? '') === type);
  return option === undefined ? null : usNumber(textOf(option, 'size') ?? '');
}

function usNumber(label: string): number | null {
  return readPageSize(label, { system: 'US', gender: null }).us;
}

function gtinOf(told: unknown): string | null {
  const code = plainText(isFields(told) ? field(told, 'identifier') : told, 20);
  return code !== null && /^\d{8,14}$/.test(code) ? code : null;
}

function textOf(fields: Fields | null, name: string): string | null {
  const value = fields === null ? null : field(fields, name);
  return plainText(typeof value === 'number' ? String(value) : value, 40);
}

function listOf(fields: Fields | null, name: string): readonly unknown[] {
  const value = fields === null ? null : field(fields, name);
  return Array.isArray(value) ? value : [];
}

/** Pages in other languages write `42,5`, thirds in one sign or in three, and the scale behind the number (`28 cm`). */
function normal(label: string): string {
  return label
    .normalize('NFKC')
    .replaceAll('\u2044', '/')
    .replace(/(\d),(?=\d)/g, '$1.')
    .replace(/(\d)(?=[12]\/3)/g, '$1 ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/^(\d[\d.]*) ?(cm|us|uk|eu)$/, '$2 $1');
}

function withoutHint(label: string): string {
  return label.replace(/ ?\([^)]*\)$/, '');
}
