import { parseStyleCode, type StyleCode } from '@/lib/domain/catalog/style-code';
import type { Product } from '@/lib/domain/catalog/product';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { Money } from '@/lib/domain/money/money';
import { formatSize } from '@/lib/domain/sizes/format-size';
import { findAllowedSize } from '@/lib/domain/sizes/allowed-sizes';
import { parseSize } from '@/lib/domain/sizes/parse-size';
import type { Size } from '@/lib/domain/sizes/size';
import { parseCost } from '../bridge/parse-cost';
import { t } from '../ui/text';
import { amountProblem } from '../bridge/amount-problem';

/** One line of a pasted list, as it would be added, or why not. */
export type PastedLine =
  | {
      readonly line: number;
      readonly ok: true;
      readonly styleCode: StyleCode;
      readonly product: Product | null;
      readonly size: Size;
      readonly cost: Money | null;
    }
  | { readonly line: number; readonly ok: false; readonly text: string; readonly problem: string };

/** Style codes of a list, to look their products up before it is read in full. */
export function codesOf(text: string): readonly string[] {
  return linesOf(text).flatMap(({ parts }) => parseStyleCode(parts[0] ?? '') ?? []);
}

/**
 * Reads a list, a pair a line: style code, size, cost; a cost may be left out. Columns are parted by tabs (from a
 * spreadsheet), else semicolons, else the first two commas, so that `DD1391-100, 10, 1.234,50` is whole.
 */
export function parsePaste(
  text: string,
  products: ReadonlyMap<string, Product>,
  currency: CurrencyCode,
): readonly PastedLine[] {
  return linesOf(text).map(({ line, raw, parts }) => {
    const read = readParts(parts, products, currency);
    return typeof read === 'string' ? { line, ok: false, text: raw, problem: read } : { line, ok: true, ...read };
  });
}

interface RawLine {
  readonly line: number;
  readonly raw: string;
  readonly parts: readonly string[];
}

function linesOf(text: string): readonly RawLine[] {
  const lines = text.split(/\r?\n/).map((raw, index) => ({ raw: raw.trim(), line: index + 1 }));
  return lines.filter(({ raw }) => raw !== '').map(({ raw, line }) => ({ raw, line, parts: partsOf(raw) }));
}

function partsOf(raw: string): readonly string[] {
  if (raw.includes('\t')) return raw.split('\t').map((part) => part.trim());
  if (raw.includes(';')) return raw.split(';').map((part) => part.trim());
  const [code = '', size = '', ...cost] = raw.split(',');
  return [code.trim(), size.trim(), cost.join(',').trim()];
}

type Good = Omit<Extract<PastedLine, { ok: true }>, 'line' | 'ok'>;

function readParts(
  [code = '', sizeText = '', costText = '']: readonly string[],
  products: ReadonlyMap<string, Product>,
  currency: CurrencyCode,
): Good | string {
  const styleCode = parseStyleCode(code);
  if (styleCode === null) return t('pasteList.noCode');
  const product = products.get(styleCode) ?? null;
  if (sizeText === '') return t('pasteList.noSize');
  const size = readSize(sizeText, product);
  if (typeof size === 'string') return size;
  const cost = parseCost(costText, currency);
  return cost.ok ? { styleCode, product, size, cost: cost.cost } : amountProblem(cost.reason);
}

function readSize(text: string, product: Product | null): Size | string {
  const parsed = parseSize(text);
  if (!parsed.ok) return t('pasteList.badSize', [text]);
  const bare = !/[a-z]/i.test(text);
  const size = bare && product !== null ? { value: parsed.size.value, system: product.sizeSystem } : parsed.size;
  if (product === null || product.allowedSizes.length === 0) return size;
  const allowed = findAllowedSize(product, size);
  return allowed === null
    ? t('pasteList.notMade', [formatSize(size, product.sizeRun)])
    : { value: allowed.value, system: product.sizeSystem };
}
