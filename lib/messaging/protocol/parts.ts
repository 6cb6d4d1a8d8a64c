import * as z from 'zod/mini';

/** What several messages are made of. */

/** A text of at most so many characters. */
export const text = (most: number) => z.string().check(z.maxLength(most));

export const currencyCode = z.string().check(z.length(3));

/** Minor units and a currency; the receiver checks that it keeps that currency. */
export const amount = z.object({ minor: z.int(), currency: currencyCode });

export const failure = z.object({ code: z.string(), message: z.string() });

/** `ok: false` is an answer, not an exception: the screen shows `message` as it stands. */
export const done = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), error: failure }),
]);
