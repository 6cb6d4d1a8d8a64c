import { findAllowedSize, type SizeChart } from './allowed-sizes';
import { formatSize } from './format-size';
import { parseSize } from './parse-size';
import type { Size, SizeSystem } from './size';

/** So many pairs of one size. */
export interface SizeCount {
  readonly size: Size;
  readonly quantity: number;
}

/** Why a text is no list of sizes; `text` is the part that is wrong, as it is to be shown. */
export type SizeRunProblem =
  | { readonly reason: 'empty' }
  | { readonly reason: 'not-a-size'; readonly text: string }
  | { readonly reason: 'not-made'; readonly text: string };

export type ParsedSizeRun =
  | { readonly ok: true; readonly sizes: readonly SizeCount[] }
  | { readonly ok: false; readonly problem: SizeRunProblem };

/** More of one size at once is a slip of the finger. */
const MOST_OF_ONE = 100;

/**
 * Reads several sizes at once. A bare number is in the product's own system, or in `bare` without a product; what is
 * named twice is added up. Sizes are parted by commas, semicolons, slashes or lines; a comma right between a figure and
 * a lone 5 is a decimal sign (`9,5`).
 *
 * @param chart the product's sizes: others are refused; null takes any
 * @example `parseSizeRun('9, 9.5, 10 x2', chart, 'US')` is US 9 once, US 9.5 once, US 10 twice
 */
export function parseSizeRun(text: string, chart: SizeChart | null, bare: SizeSystem): ParsedSizeRun {
  const parts = text
    .replace(/(\d),5(?!\d)/g, '$1.5')
    .split(/[,;\n/]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) return { ok: false, problem: { reason: 'empty' } };
  const sizes: SizeCount[] = [];
  for (const part of parts) {
    const read = readPart(part, chart, bare);
    if ('reason' in read) return { ok: false, problem: read };
    const at = sizes.findIndex(({ size }) => size.value === read.size.value && size.system === read.size.system);
    const known = sizes[at];
    if (known === undefined) sizes.push(read);
    else sizes[at] = { size: known.size, quantity: known.quantity + read.quantity };
  }
  return { ok: true, sizes };
}

function readPart(part: string, chart: SizeChart | null, bare: SizeSystem): SizeCount | SizeRunProblem {
  const [, sizeText = part, count] = /^(.*?)\s*[x×*]\s*(\d{1,3})$/i.exec(part) ?? [];
  const parsed = parseSize(sizeText);
  const quantity = count === undefined ? 1 : Number(count);
  const system = chart?.sizeSystem ?? bare;
  // A bare figure need not exist in the US to be one of the product's own.
  const isBare = /^[\d.,½⅓⅔ /]+$/.test(sizeText);
  const value = parsed.ok ? parsed.size.value : Number(sizeText.replace(',', '.'));
  if (quantity < 1 || quantity > MOST_OF_ONE || (!parsed.ok && !(isBare && value > 0)))
    return { reason: 'not-a-size', text: part };
  const size = isBare ? { value, system } : parsed.ok ? parsed.size : { value, system };
  if (chart === null || chart.allowedSizes.length === 0) {
    // Nobody says which sizes are made, but no shoe is a US 29.
    const exists = !isBare || parseSize(`${system} ${sizeText}`).ok;
    return exists ? { size, quantity } : { reason: 'not-a-size', text: part };
  }
  const allowed = findAllowedSize(chart, size);
  if (allowed === null) return { reason: 'not-made', text: formatSize(size) };
  return { size: { value: allowed.value, system: chart.sizeSystem }, quantity };
}
