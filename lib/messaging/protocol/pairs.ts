/** Pairs of the seller: adding, changing, selling, and taking it back. */
export const PAIRS = {} as const;
