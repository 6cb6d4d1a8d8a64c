import type { Fit } from '@/lib/marketplaces/contract/site-reader';
import { titleFits } from '@/lib/marketplaces/page/title-fits';

/** What an address adds to the name: whose shoe it is and what kind. */
const KINDS = new Set(
  'mens men womens women big older little younger baby toddler toddlers kids kid boys girls unisex shoe shoes sneaker sneakers slide slides sandal sandals running training basketball football skate golf s'.split(
    ' ',
  ),
);

/** The name in an address without the number that follows it: `aero-court-1-low-shoes`. */
export function nameOf(slug: string): string {
  const [name = ''] = slug.split('/');
  const words = name.split('-');
  return words.length > 1 && /^[a-z0-9]{5,8}$/.test(words.at(-1) ?? '') ? words.slice(0, -1).join('-') : name;
}

/** As `titleFits`; the address goes on with the kind of the shoe, and may leave out or add the brand in front. */
export function nikeFits(slug: string, title: string): Fit {
  const name = nameOf(slug);
  const words = name.split('-');
  while (words.length > 1 && KINDS.has(words.at(-1) ?? '')) words.pop();
  const bare = words.join('-').replace(/^nike-/, '');
  const fits = [name, bare, `nike-${bare}`].map((each) => titleFits(each, title));
  return fits.includes('exact') ? 'exact' : fits.includes('similar') ? 'similar' : 'other';
}
