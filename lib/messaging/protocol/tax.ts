/** What the seller said for the tax office. */
export const TAX = {} as const;
