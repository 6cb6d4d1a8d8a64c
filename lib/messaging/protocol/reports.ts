/** Reports that are kept, and dated values of the stock. */
export const REPORTS = {} as const;
