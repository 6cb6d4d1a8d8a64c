import type { Fit, Seen } from '@/lib/marketplaces/contract/site-reader';

/** How long nothing may have changed before a name is believed that only resembles the address. */
export const SETTLED_MS = 1500;

const MOST_KEPT = 40;

export interface Verdict {
  /** The page shows the product of the address. */
  readonly isHere: boolean;
  /** Its prices are still those of a product seen before. */
  readonly arePricesStale: boolean;
}

export interface Whose {
  /** Keeps what the page showed for a product, when it is left. What was known before stays as it is. */
  remember(slug: string, seen: Seen): void;
  judge(slug: string, seen: Seen, fit: Fit, quietMs: number): Verdict;
}

/**
 * Tells whose name and prices stand on the screen after navigations inside the page, where the former product's stay for
 * a while, and its prices longer than its name. What was seen for one address is not believed for another, unless the
 * name fits that one exactly.
 */
export function createWhose(): Whose {
  const titles = new Map<string, string>();
  const prices = new Map<string, string>();
  const mayBe = (known: ReadonlyMap<string, string>, what: string, slug: string): boolean =>
    (known.get(what) ?? slug) === slug;
  return {
    remember: (slug, seen) => {
      if (seen.title !== null) keep(titles, seen.title, slug);
      if (seen.prices !== null) keep(prices, seen.prices, slug);
    },
    judge: (slug, seen, fit, quietMs) => {
      const arePricesStale = seen.prices !== null && !mayBe(prices, seen.prices, slug);
      if (seen.title === null) return { isHere: false, arePricesStale };
      const isNew = mayBe(titles, seen.title, slug) || (seen.prices !== null && !arePricesStale);
      return { isHere: fit === 'exact' || (fit === 'similar' && isNew && quietMs >= SETTLED_MS), arePricesStale };
    },
  };
}

function keep(known: Map<string, string>, what: string, slug: string): void {
  if (known.has(what)) return;
  known.set(what, slug);
  const [oldest] = known.keys();
  if (known.size > MOST_KEPT && oldest !== undefined) known.delete(oldest);
}
