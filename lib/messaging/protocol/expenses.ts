/** Money spent. */
export const EXPENSES = {} as const;
