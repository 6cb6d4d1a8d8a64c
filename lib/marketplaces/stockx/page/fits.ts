import type { Fit } from '@/lib/marketplaces/contract/site-reader';
import { withoutBrand } from '@/lib/marketplaces/page/brand-words';
import { titleFits } from '@/lib/marketplaces/page/title-fits';

/** As `titleFits`; names here leave out the brand the address begins with. */
export function stockxFits(slug: string, title: string): Fit {
  const bare = withoutBrand(slug);
  const fit = titleFits(slug, title);
  return fit === 'exact' || bare === slug || titleFits(bare, title) !== 'exact' ? fit : 'exact';
}
