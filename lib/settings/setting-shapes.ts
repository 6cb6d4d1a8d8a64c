import * as z from 'zod/mini';

const MINUTES_OF_DAY = 24 * 60;

const minuteOfDay = z.int().check(z.minimum(0), z.maximum(MINUTES_OF_DAY - 1));

export const feeProfile = z.object({
  /** Seller rating, 0 to 100: chooses the commission. */
  rating: z.int().check(z.minimum(0), z.maximum(100)),
  /** ISO 3166 alpha-2 of the place the pairs are sent from. */
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  method: z.enum(['prepaid', 'drop-off']),
  /** Whether earnings are paid out, which costs the cash-out fee, or spent on alias. */
  withdraws: z.boolean(),
});

export const notifications = z.object({
  sales: z.boolean(),
  deadlines: z.boolean(),
  /** A watched product reached its target. */
  targets: z.boolean(),
  /** A watched release comes tomorrow, or in an hour. */
  releases: z.boolean(),
  trouble: z.boolean(),
  /** Minutes after local midnight; may run over midnight (22:00 to 08:00 is 1320 to 480). Null: always loud. */
  quietHours: z.nullable(z.object({ from: minuteOfDay, to: minuteOfDay })),
});

export const accounting = z.object({
  basis: z.enum(['cash', 'accrual']),
  costMethod: z.enum(['specific', 'fifo', 'average']),
});

export const watching = z.object({
  /** How old the prices of what is watched may get, in minutes; near an alert they are read more often. */
  freshnessMinutes: z.int().check(z.minimum(15), z.maximum(24 * 60)),
  /** At most so many alerts ring for one watched thing on one day. */
  mostPerDay: z.int().check(z.minimum(1), z.maximum(100)),
  /** When the digest is told, in minutes after local midnight. */
  digestAt: minuteOfDay,
  /** The badge counts alerts nobody has looked at, while nothing else waits. */
  badge: z.boolean(),
});

export const overlay = z.object({
  /** Own costs and floors on marketplace pages; other extensions can look into a page. */
  ownCosts: z.boolean(),
  /** By site (`goat`): folded to a tab or open, and how far from the top in pixels when it was moved. */
  sites: z.record(z.string(), z.object({ folded: z.boolean(), top: z.nullable(z.int()) })),
});
