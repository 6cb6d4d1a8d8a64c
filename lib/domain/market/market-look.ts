import type { VariantKey } from './quote';

/** Whose prices are looked at: what condition and box, where the pairs lie, and where they are sold. */
export type MarketLook = Pick<VariantKey, 'condition' | 'packaging' | 'consigned' | 'regionId'>;

/** What is meant when nobody says otherwise: new, in a good box, wherever the pair lies. */
export function plainLook(regionId: string | null): MarketLook {
  return { condition: 'new', packaging: 'good', consigned: null, regionId };
}

/** Whether figures are of what is meant when nobody says otherwise; prices of another region never stand for it. */
export function isPlain(look: MarketLook, regionId: string | null): boolean {
  const { condition, packaging, consigned } = look;
  return condition === 'new' && packaging === 'good' && consigned === null && look.regionId === regionId;
}
