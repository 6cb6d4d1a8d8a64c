import type { Fit } from '@/lib/marketplaces/contract/site-reader';
import { styleCodeOfSlug } from './slug-code';

/**
 * Whether a name on the page is that of the product in the address: after a navigation inside the page the former
 * product stays on the screen for a while.
 *
 * @example `titleFits('dunk-low-panda-dd1391-100', "Dunk Low 'Panda'")` is `exact`; `Dunk Low 'Grey'` is `similar`
 */
export function titleFits(slug: string, title: string): Fit {
  const code = styleCodeOfSlug(slug)?.raw;
  const named = code === undefined ? slug : slug.slice(0, -code.length - 1);
  const words = wordsOf(title);
  if (words.join('-') === named) return 'exact';
  const ofSlug = named.split('-');
  const shared = new Set(words.filter((word) => ofSlug.includes(word))).size;
  return shared > 0 && shared * 2 >= Math.max(new Set(words).size, new Set(ofSlug).size) ? 'similar' : 'other';
}

function wordsOf(title: string): string[] {
  return title
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’‘"“”]/g, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}
