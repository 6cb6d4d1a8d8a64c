/** Fulfilment of orders, and what becomes of sales. */
export const ORDERS = {} as const;
