import { plainText } from './plain-text';

/** What a page says about itself for others, in its head. Null for what it does not say. */
export interface PageMeta {
  readonly title: string | null;
  readonly description: string | null;
  readonly keywords: string | null;
  readonly canonical: string | null;
  readonly ogTitle: string | null;
  readonly ogDescription: string | null;
  readonly ogUrl: string | null;
  readonly brand: string | null;
  /** `product:price:amount`, as it is written. */
  readonly amount: string | null;
  readonly currency: string | null;
  readonly availability: string | null;
}

const MOST_TAGS = 200;

/** Names of a tag by what they mean; several sites say the same thing by different ones. */
const NAMES = {
  description: ['description'],
  keywords: ['keywords'],
  ogTitle: ['og:title', 'twitter:title'],
  ogDescription: ['og:description', 'twitter:description'],
  ogUrl: ['og:url'],
  brand: ['product:brand', 'og:brand'],
  amount: ['product:price:amount', 'og:price:amount'],
  currency: ['product:price:currency', 'og:price:currency'],
  availability: ['product:availability', 'og:availability'],
} as const;

/** The head's tags, each the first of its name. */
export function readMeta(document: Document): PageMeta {
  const told = new Map<string, string>();
  for (const tag of [...document.querySelectorAll('meta[name], meta[property]')].slice(0, MOST_TAGS)) {
    const name = (tag.getAttribute('property') ?? tag.getAttribute('name') ?? '').toLowerCase();
    const content = plainText(tag.getAttribute('content'), 1000);
    if (content !== null && !told.has(name)) told.set(name, content);
  }
  const first = (names: readonly string[]): string | null =>
    names.map((name) => told.get(name)).find((content) => content !== undefined) ?? null;
  return {
    title: plainText(document.title, 300),
    canonical: plainText(document.querySelector('link[rel="canonical"]')?.getAttribute('href'), 2000),
    description: first(NAMES.description),
    keywords: first(NAMES.keywords),
    ogTitle: first(NAMES.ogTitle),
    ogDescription: first(NAMES.ogDescription),
    ogUrl: first(NAMES.ogUrl),
    brand: first(NAMES.brand),
    amount: first(NAMES.amount),
    currency: first(NAMES.currency),
    availability: first(NAMES.availability),
  };
}
