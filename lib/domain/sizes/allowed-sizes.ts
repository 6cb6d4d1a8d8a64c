import type { AllowedSize, Size, SizeSystem } from './size';

/** The sizes a product comes in, with the scale their `value` is written in. */
export interface SizeChart {
  readonly sizeSystem: SizeSystem;
  readonly allowedSizes: readonly AllowedSize[];
}

/**
 * The product's own entry for a size, or null: not made in it, or written in a scale the product does not tell. No
 * offset is ever used, since they differ from brand to brand.
 */
export function findAllowedSize(chart: SizeChart, size: Size): AllowedSize | null {
  const fits = chart.allowedSizes.filter((allowed) =>
    size.system === chart.sizeSystem
      ? allowed.value === size.value
      : size.system === 'US' && allowed.usValue === size.value,
  );
  // Two entries of one number would be two shoes: say nothing rather than take the first.
  return fits.length === 1 ? (fits[0] ?? null) : null;
}

/** The US size every price query wants; null when the product does not tell it. */
export function toUsSize(chart: SizeChart, size: Size): number | null {
  return findAllowedSize(chart, size)?.usValue ?? null;
}

/**
 * The same size on another scale, by the product's own table only.
 *
 * @example a product in UK sizes with `{ value: 9, usValue: 10 }`: UK 9 is US 10, and US 10 is UK 9; EU is null
 */
export function convertSize(chart: SizeChart, size: Size, system: SizeSystem): Size | null {
  if (size.system === system) return size;
  const allowed = findAllowedSize(chart, size);
  if (allowed === null) return null;
  if (system === chart.sizeSystem) return { value: allowed.value, system };
  return system === 'US' ? { value: allowed.usValue, system } : null;
}
