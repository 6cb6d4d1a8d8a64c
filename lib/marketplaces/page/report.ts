import type { LayerReport, PageLayer, PageReading } from '@/lib/marketplaces/contract/page-reading';

/**
 * Which layer answered what, for the report a person can copy and for the local counts by layer.
 *
 * @param size where the chosen size was found; null when none is chosen
 * @param layers how every layer stood that the reader looked at, those that answered nothing included
 */
export function reportOf(
  { identity, price }: Pick<PageReading, 'identity' | 'price'>,
  size: PageLayer | null,
  layers: LayerReport['layers'],
): LayerReport {
  return { styleCode: identity.styleCode?.source ?? null, size, price: price?.source ?? null, layers };
}
