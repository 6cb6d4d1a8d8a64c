/** Looking into the catalogue and the market, and what is watched. */
export const MARKET = {} as const;
