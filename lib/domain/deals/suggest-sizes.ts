import { findAllowedSize, type SizeChart } from '../sizes/allowed-sizes';
import { sizeCandidates, type SizeCandidate } from '../sizes/brand-charts';
import { parseSize } from '../sizes/parse-size';
import type { SizeRun } from '../sizes/size';

interface SuggestedProduct extends SizeChart {
  readonly brand: string;
  readonly name: string;
  readonly sizeRun: SizeRun;
}

/**
 * What a page's size on another scale may be in US sizes by the brand's chart, for a person to take or leave: only sizes
 * the product comes in. A run the size itself names outranks the page's, and that the product's.
 *
 * @example a men's Nike product, `UK 6 (EU 39)`: US 6.5 and US 7
 */
export function suggestSizes(product: SuggestedProduct, label: string, pageRun: SizeRun): readonly SizeCandidate[] {
  const parsed = parseSize(label);
  if (!parsed.ok || parsed.size.system === 'US') return [];
  const run = parsed.run ?? pageRun ?? product.sizeRun;
  const plain = run === 'unisex' ? 'men' : run;
  const own = product.sizeRun === 'unisex' ? 'men' : product.sizeRun;
  if (plain !== own && own !== null) return [];
  // Slides and foam runners come in whole sizes, by a chart of their own.
  const isSlide = /\b(slide|foam r)/i.test(product.name) && /adidas|yeezy/i.test(`${product.brand} ${product.name}`);
  return sizeCandidates(isSlide ? 'Yeezy slide' : product.brand, run, parsed.size).filter(
    ({ us }) => findAllowedSize(product, { value: us, system: 'US' }) !== null,
  );
}
