import * as z from 'zod/mini';
import { amount, done, failure, text } from './parts';

const catalogId = text(200).check(z.minLength(1));

const usSize = z.number().check(z.minimum(0), z.maximum(100));

const target = z.nullable(z.object({ minor: z.int().check(z.minimum(1)), currency: amount.shape.currency }));

const allowedSize = z.object({ displayName: z.string(), value: z.number(), usValue: z.number() });

const foundProduct = z.object({
  catalogId: z.string(),
  styleCode: z.nullable(z.string()),
  rawSku: z.string(),
  name: z.string(),
  brand: z.string(),
  colorway: z.string(),
  nickname: z.string(),
  /** `2021-03-10` */
  releaseDate: z.nullable(z.string()),
  retailPrice: z.nullable(z.object({ minor: z.int(), currency: z.string() })),
  sizeSystem: z.enum(['US', 'UK', 'EU', 'JP', 'IT', 'FR']),
  sizeRun: z.nullable(z.enum(['men', 'women', 'youth', 'unisex'])),
  allowedSizes: z.array(allowedSize),
  pictureUrl: z.nullable(z.string()),
  resellable: z.boolean(),
});

/** One command on the watch list; `undoId` goes into `undo/run`, null when nothing was changed. */
const watchChange = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), undoId: z.nullable(z.string()) }),
  z.object({ ok: z.literal(false), error: failure }),
]);

/** Looking into the catalogue and the market, and what is watched. */
export const MARKET = {
  /**
   * Searches alias's catalogue. What is found is kept, so that it is known by id afterwards. `token` is an earlier
   * answer's `next`; null begins.
   */
  'catalog/search': {
    from: 'page',
    effect: 'read',
    input: z.object({
      query: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
      token: z.nullable(text(4000)),
    }),
    output: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), products: z.array(foundProduct), next: z.nullable(z.string()) }),
      z.object({ ok: z.literal(false), error: failure }),
    ]),
  },
  /**
   * Reads a product's prices now, the recent sales of at most three sizes, and the open offers on one (at most every five
   * minutes); answers when they are in the books. `basis` looks up other prices than those that count for the seller.
   * `unasked`: a screen that is looked at asks by itself; that keeps no vault open and waits while the budget is short.
   */
  'market/refresh': {
    from: 'page',
    effect: 'read',
    input: z.object({
      catalogId,
      usSizes: z.optional(z.array(usSize).check(z.maxLength(3))),
      offersOf: z.optional(usSize),
      basis: z.optional(z.object({ consigned: z.nullable(z.boolean()), regionId: z.nullable(text(40)) })),
      unasked: z.optional(z.boolean()),
    }),
    output: done,
  },
  /**
   * `usSize: null` watches every size. Adding what is watched already sets its target, if one is given; without a list
   * what any list holds counts.
   */
  'watch/add': {
    from: 'page',
    effect: 'command',
    input: z.object({
      catalogId,
      usSize: z.nullable(usSize),
      targetPrice: target,
      watchlistId: z.optional(z.nullable(text(64))),
    }),
    output: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), itemId: z.string(), undoId: z.nullable(z.string()), already: z.boolean() }),
      z.object({ ok: z.literal(false), error: failure }),
    ]),
  },
  /** A field that is left out stays as it is. */
  'watch/edit': {
    from: 'page',
    effect: 'command',
    input: z.object({
      itemId: text(64),
      usSize: z.optional(z.nullable(usSize)),
      targetPrice: z.optional(target),
      note: z.optional(text(1000)),
    }),
    output: watchChange,
  },
  'watch/remove': { from: 'page', effect: 'command', input: z.object({ itemId: text(64) }), output: watchChange },
} as const;
