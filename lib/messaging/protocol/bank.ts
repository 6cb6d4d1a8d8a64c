/** Bank statements, payouts and exchange rates. */
export const BANK = {} as const;
