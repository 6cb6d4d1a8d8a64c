import * as z from 'zod/mini';

/** Pages of marketplaces: what the detector says. It sends without this schema, which would be most of its size. */
export const SITES_PROTOCOL = {
  /** A product page is open: put the card there. Which page it is the browser says itself. */
  'page/found': { from: 'content', effect: 'read', input: z.object({}), output: z.object({ shown: z.boolean() }) },
} as const;
