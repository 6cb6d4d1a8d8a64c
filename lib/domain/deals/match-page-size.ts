import { findAllowedSize, type SizeChart } from '../sizes/allowed-sizes';
import { parseSize } from '../sizes/parse-size';
import type { AllowedSize, SizeRun } from '../sizes/size';

/** A size as a page offers it. */
export interface PageSizeFacts {
  readonly label: string;
  /** US value when the page says it; null: as the label says, if it names its scale. */
  readonly value: number | null;
}

/**
 * The catalogue's entry for a size of a page: by the US number or the product's own scale, within the same run, and
 * never by an offset. Null when the run differs, the label is of another scale, or the product does not come in it.
 *
 * @param pageRun whose sizes the page's numbers are; null when it does not say
 * @example women's product, page size `8`: the entry whose US value is 8; a men's page of the same number has none
 */
export function matchPageSize(
  product: SizeChart & { readonly sizeRun: SizeRun },
  size: PageSizeFacts,
  pageRun: SizeRun,
): AllowedSize | null {
  const parsed = parseSize(size.label);
  // Beside a number of another run the page's value is by its own table: the product's own number.
  const isByTable = size.value !== null && parsed.ok && parsed.size.value !== size.value;
  const run = (parsed.ok && !isByTable ? parsed.run : null) ?? pageRun;
  if (!sameRun(product.sizeRun, run)) return null;
  const isUs = parsed.ok && parsed.size.system === 'US';
  // `42` with the value 42 is a European number, whoever calls it a value.
  const other = parsed.ok && !isUs && parsed.size.value === size.value;
  if (size.value !== null) return other ? null : findAllowedSize(product, { value: size.value, system: 'US' });
  // A bare number may be of any scale: on British pages `6` is another shoe than US 6.
  const namesIt = /[A-Z]{2}/i.test(size.label);
  if (!namesIt) return null;
  // The product's own table knows its own scale; any other is no more than a suggestion of a chart.
  return isUs || (parsed.ok && parsed.size.system === product.sizeSystem)
    ? findAllowedSize(product, parsed.size)
    : null;
}

/** Men's and unisex numbers are the same; what is not told is taken to be the product's own. */
function sameRun(a: SizeRun, b: SizeRun): boolean {
  const plain = (run: SizeRun): SizeRun => (run === 'unisex' ? 'men' : run);
  return a === null || b === null || plain(a) === plain(b);
}
