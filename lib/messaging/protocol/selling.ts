import * as z from 'zod/mini';
import { amount, text } from './parts';
import { refused, accepted, counted } from './accepted';

const id = text(64).check(z.minLength(1));
const ids = z.array(id).check(z.minLength(1), z.maxLength(10_000));
const price = z.object({ minor: z.int().check(z.minimum(1)), currency: amount.shape.currency });

const newListing = z.object({
  pairId: id,
  price,
  condition: z.enum(['new', 'used', 'new-with-defects']),
  packaging: z.enum(['good', 'missing-lid', 'badly-damaged', 'no-box']),
  defects: z.array(text(60)).check(z.maxLength(20)),
  additionalDefects: text(1000),
  /** Rows of staged pictures, see `pictures/stage`. */
  pictureIds: z.array(id).check(z.maxLength(20)),
  activate: z.boolean(),
  /** The seller saw that the price is below the floor, or that an offer would take it at once, and wants it. */
  belowFloor: z.boolean(),
  intoOffer: z.boolean(),
});

/** The seller saw that a price is below the floor, or that an offer would take it at once, and wants it. */
const words = { belowFloor: z.optional(z.boolean()), intoOffer: z.optional(z.boolean()) };

/** Everything a person does to listings. Each becomes writes in the outbox; the answer comes before anything is sent. */
export const SELLING = {
  /** Each pair is checked once more; those that may not be listed are skipped with the reason. */
  'listings/create': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({ listings: z.array(newListing).check(z.minLength(1), z.maxLength(1000)) }),
    output: accepted,
  },
  /** `from` is the price the person saw; a listing that costs something else by now is skipped. */
  'listings/set-price': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({
      changes: z
        .array(z.object({ listingId: id, from: price, to: price, belowFloor: z.boolean(), intoOffer: z.boolean() }))
        .check(z.minLength(1), z.maxLength(10_000)),
    }),
    output: accepted,
  },
  /** What would go on sale below its floor, or be taken by an offer at once, is skipped unless the words say so. */
  'listings/activate': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({ listingIds: ids, ...words }),
    output: accepted,
  },
  'listings/deactivate': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({ listingIds: ids }),
    output: accepted,
  },
  'listings/delete': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({ listingIds: ids }),
    output: accepted,
  },
  /** Sells at once to the highest offer, which must still be at least what the person saw. */
  'listings/sell-into-offer': {
    from: 'page',
    effect: 'command',
    input: z.object({ listingId: id, offer: price }),
    output: accepted,
  },
  /** Keeps a picture for a listing of this pair until it is up. JPEG or PNG as a `data:` URL. */
  'pictures/stage': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({
      pairId: id,
      type: text(60),
      order: z.nullable(z.int().check(z.minimum(1), z.maximum(20))),
      dataUrl: text(6_000_000),
    }),
    output: z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), pictureId: z.string() }), refused]),
  },
  'pictures/discard': { from: 'page', effect: 'command', input: z.object({ pictureIds: ids }), output: counted },
  /** Sends the staged pictures of a listing that exists. */
  'pictures/send': {
    from: 'page',
    effect: 'command',
    input: z.object({ listingId: id, pictureIds: ids }),
    output: accepted,
  },
  /** Takes every live listing off and remembers which. */
  'vacation/start': { from: 'page', effect: 'command', input: z.object({}), output: accepted },
  /**
   * Puts exactly those back. Those that would be sold at once or lose money stay off, and the holiday on for them, unless
   * the words say so; with `leaveRest` it is over without them.
   */
  'vacation/end': {
    from: 'page',
    effect: 'command',
    input: z.object({ ...words, leaveRest: z.optional(z.boolean()) }),
    output: accepted,
  },
  /** Only writes that failed are tried again. */
  'writes/retry': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({ writeIds: ids }),
    output: accepted,
  },
  /** Only writes that were not sent yet are taken back. */
  'writes/cancel': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({ writeIds: ids }),
    output: counted,
  },
  /** `mine` sends the price once more, on what the listing costs now; `theirs` leaves it. */
  'writes/resolve': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({ writeIds: ids, take: z.enum(['mine', 'theirs']) }),
    output: accepted,
  },
  /**
   * Takes a whole command back: what was not sent is cancelled, what was done is done the other way round. What is left
   * out as `write-under-way` is remembered and taken back as soon as it has arrived.
   */
  'writes/undo': { from: 'page', effect: 'command', input: z.object({ groupId: id }), output: accepted },
  /** The person has seen how it ended. */
  'writes/dismiss': { from: 'page', effect: 'command', input: z.object({ groupIds: ids }), output: counted },
} as const;
