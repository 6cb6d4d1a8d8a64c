/** The demo market. */
export const DEMO = {} as const;
