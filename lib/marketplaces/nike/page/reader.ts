import type { SiteReader } from '@/lib/marketplaces/contract/site-reader';
import { readNikeData } from './embedded';
import { nikeFits } from './fits';
import { readNikeHero } from './hero';
import { matchNikeUrl } from './match-url';
import { readNikeProduct } from './read-product';

export const nikeReader: SiteReader = {
  slugOf: (url) => matchNikeUrl(url)?.slug ?? null,
  see: (document) => {
    const { title, priceText, style } = readNikeHero(document);
    // Two colours of one shoe often cost the same: the code beside the price tells them apart.
    return { title, prices: priceText === null ? null : `${style?.code ?? ''} ${priceText}` };
  },
  fits: nikeFits,
  wasLoadedFor: (document, slug) =>
    readNikeData(document, { slug, style: slug.split('/')[1] ?? null }).state === 'fresh',
  read: readNikeProduct,
};
