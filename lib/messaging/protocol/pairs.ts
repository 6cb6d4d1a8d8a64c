import * as z from 'zod/mini';
import { amount, currencyCode, failure, text } from './parts';

const cost = z.object({ minor: z.int().check(z.minimum(0)), currency: currencyCode });
const size = z.object({
  value: z.number().check(z.minimum(0), z.maximum(100)),
  system: z.enum(['US', 'UK', 'EU', 'JP', 'IT', 'FR']),
});
const condition = z.enum(['new', 'used', 'new-with-defects']);
const packaging = z.enum(['good', 'missing-lid', 'badly-damaged', 'no-box']);
const at = z.int().check(z.minimum(0));
const tags = z.array(text(200)).check(z.maxLength(100));
const ids = z.array(text(64)).check(z.maxLength(10_000));
const photo = text(450_000);

const draft = z.object({
  quantity: z.int().check(z.minimum(1), z.maximum(1000)),
  catalogId: z.nullable(text(200)),
  /** As typed; the receiver makes it a style code, or none. */
  styleCode: z.nullable(text(80)),
  name: text(1000),
  brand: text(1000),
  size,
  condition,
  packaging,
  cost: z.nullable(cost),
  otherCosts: z.nullable(cost),
  boughtAt: z.nullable(at),
  supplier: z.nullable(text(1000)),
  /** The page it was bought on. */
  boughtUrl: z.optional(z.nullable(text(500))),
  tags,
  note: text(10_000),
  location: z.nullable(text(1000)),
  photo: z.nullable(photo),
});

const changes = z.object({
  cost: z.optional(z.nullable(cost)),
  otherCosts: z.optional(z.nullable(cost)),
  tagsAdd: z.optional(tags),
  tagsRemove: z.optional(tags),
  location: z.optional(z.nullable(text(1000))),
  boughtAt: z.optional(z.nullable(at)),
  supplier: z.optional(z.nullable(text(1000))),
  note: z.optional(text(10_000)),
  status: z.optional(z.enum(['in-stock', 'returned', 'consigned', 'written-off'])),
  condition: z.optional(condition),
  packaging: z.optional(packaging),
  name: z.optional(text(1000)),
  brand: z.optional(text(1000)),
  size: z.optional(size),
  styleCode: z.optional(z.nullable(text(80))),
});

const refused = z.object({ ok: z.literal(false), error: failure });

/** `null`: nothing was changed, so there is nothing to take back. */
const undoId = z.nullable(z.string());

/** An answer with what was done, or why it was not. */
const answers = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), ...shape }), refused]);

/** Pairs of the seller: adding, changing, selling, and taking it back. Every command answers how to take it back. */
export const PAIRS = {
  /** All or none; `quantity` pairs for each draft. */
  'pairs/add': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({ drafts: z.array(draft).check(z.minLength(1), z.maxLength(1000)) }),
    output: answers({ pairIds: z.array(z.string()), undoId }),
  },
  /** What is left out of `changes` stays. `kept`: pairs of which something is told by alias or by a sale, and so stayed. */
  'pairs/edit': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({ pairIds: ids, changes }),
    output: answers({ changed: z.int(), kept: z.int(), undoId }),
  },
  /** Pairs that alias has a listing of, or that were sold, stay and are counted. */
  'pairs/remove': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({ pairIds: ids }),
    output: answers({ removed: z.int(), listed: z.int(), sold: z.int(), undoId }),
  },
  /** A sale somewhere the companion does not talk to. `stillListed`: alias goes on offering the pair. */
  'pair/sell': {
    from: 'page',
    effect: 'command',
    input: z.object({
      pairId: text(64),
      platform: z.enum(['stockx', 'ebay', 'depop', 'vinted', 'shopify', 'in-person', 'other']),
      price: amount,
      taken: z.object({ is: z.enum(['fees', 'received']), amount }),
      soldAt: at,
      note: text(1000),
    }),
    output: answers({ saleId: z.string(), stillListed: z.boolean(), undoId }),
  },
  /** Reverses a sale the seller told of, however long ago. */
  'pair/unsell': {
    from: 'page',
    effect: 'command',
    input: z.object({ pairId: text(64) }),
    output: answers({ undoId }),
  },
  /** JPEG or WebP in a `data:` URL, at most 300 KB; null takes the photo away. */
  'pair/photo': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({ pairId: text(64), dataUrl: z.nullable(photo) }),
    output: answers({ undoId }),
  },
  /** Gives a pair what another one, which looks like the same shoes, cost; the other one goes. */
  'pair/take-over': {
    from: 'page',
    effect: 'command',
    input: z.object({ pairId: text(64), fromPairId: text(64) }),
    output: answers({ undoId }),
  },
  /** Takes a command back, once. `left`: rows that were changed since and so were left as they are. */
  'undo/run': {
    from: 'page',
    effect: 'command',
    input: z.object({ undoId: text(64) }),
    output: answers({ restored: z.int(), left: z.int() }),
  },
} as const;
