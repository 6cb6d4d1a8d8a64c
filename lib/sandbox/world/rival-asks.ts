/** Asks of strangers that were put where somebody wants them; the others are the market's own. */
export interface RivalAsks {
  /** What strangers ask for a variant, in cents; undefined where nobody interfered. */
  of(key: string): number | undefined;
  /** Null gives the variant back to the market. */
  set(key: string, cents: number | null): void;
  /** Grows with every change of a product's asks. */
  versionOf(catalogId: string): number;
}

export function createRivalAsks(): RivalAsks {
  const asks = new Map<string, number>();
  const versions = new Map<string, number>();
  return {
    of: (key) => asks.get(key),
    set(key, cents) {
      if (cents === null) asks.delete(key);
      else asks.set(key, cents);
      const catalogId = key.slice(0, key.indexOf('|'));
      versions.set(catalogId, (versions.get(catalogId) ?? 0) + 1);
    },
    versionOf: (catalogId) => versions.get(catalogId) ?? 0,
  };
}
