import { findAllowedSize, type SizeChart } from '../sizes/allowed-sizes';
import { sizeCandidates, type SizeCandidate } from '../sizes/brand-charts';
import { parseSize } from '../sizes/parse-size';
import type { Size, SizeRun } from '../sizes/size';

interface SuggestedProduct extends SizeChart {
  readonly brand: string;
  readonly name: string;
  readonly sizeRun: SizeRun;
}

/**
 * What a page's size on another scale may be in US sizes by the brand's chart, for a person to take or leave: only sizes
 * the product comes in. A run the size itself names outranks the page's, and that the product's. A second scale in
 * brackets narrows it; a bare number may be a US or a UK size.
 *
 * @example a men's Nike product: `UK 6` is US 6.5 or US 7, `UK 6 (EU 39)` is US 6.5, `6` is US 6, 6.5 or 7
 */
export function suggestSizes(product: SuggestedProduct, label: string, pageRun: SizeRun): readonly SizeCandidate[] {
  const parsed = parseSize(label);
  const isBare = !/[A-Z]/i.test(label);
  if (!parsed.ok || (parsed.size.system === 'US' && !isBare)) return [];
  const run = parsed.run ?? pageRun ?? product.sizeRun;
  const plain = run === 'unisex' ? 'men' : run;
  const own = product.sizeRun === 'unisex' ? 'men' : product.sizeRun;
  if (plain !== own && own !== null) return [];
  // Slides and foam runners come in whole sizes, by a chart of their own.
  const isSlide = /\b(slide|foam r)/i.test(product.name) && /adidas|yeezy/i.test(`${product.brand} ${product.name}`);
  const byChart = (size: Size) => sizeCandidates(isSlide ? 'Yeezy slide' : product.brand, run, size);
  const found = parsed.size.system === 'US' ? ofBare(parsed.size.value, byChart) : byChart(parsed.size);
  const inBrackets = parseSize(/\(([^)]*)\)/.exec(label)?.[1] ?? '');
  const second = inBrackets.ok ? byChart(inBrackets.size).map(({ us }) => us) : [];
  const both = found.filter(({ us }) => second.includes(us));
  return (both.length > 0 ? both : found).filter(
    ({ us }) => findAllowedSize(product, { value: us, system: 'US' }) !== null,
  );
}

function ofBare(value: number, byChart: (size: Size) => readonly SizeCandidate[]): readonly SizeCandidate[] {
  const british = byChart({ value, system: 'UK' }).filter(({ us }) => us !== value);
  return [{ us: value, chart: 'US' }, ...british.map(({ us, chart }) => ({ us, chart: `${chart} UK` }))];
}
