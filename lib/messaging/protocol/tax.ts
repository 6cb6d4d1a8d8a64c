import * as z from 'zod/mini';
import { amount, done, failure, text } from './parts';

const id = text(64).check(z.minLength(1));

const refused = z.object({ ok: z.literal(false), error: failure });
const answers = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), ...shape }), refused]);

/** What the seller said for the tax office. */
export const TAX = {
  /** Of one pair or many; what is left out of `changes` stays. `treatment: null`: as the profile says. */
  'tax/set-pairs': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({
      pairIds: z.array(id).check(z.minLength(1), z.maxLength(10_000)),
      changes: z.object({
        treatment: z.optional(z.nullable(z.enum(['standard', 'margin', 'global', 'zero']))),
        note: z.optional(text(2000)),
        purchaseInvoice: z.optional(text(80)),
        inputTax: z.optional(z.nullable(amount)),
      }),
    }),
    output: answers({ changed: z.int(), undoId: z.nullable(z.string()) }),
  },
  /** Numbers in the stock book for all pairs that ought to have one and have none. They are kept for ever. */
  'tax/number-stock': {
    from: 'page',
    effect: 'command',
    input: z.object({}),
    output: answers({ numbered: z.int(), last: z.int() }),
  },
  /** Keeps a report as it is now. `first` is the first day of its period, which must be over. */
  'tax/file': {
    from: 'page',
    effect: 'command',
    input: z.object({
      kind: z.enum(['uk-vat', 'au-bas', 'eu-vat', 'oss', 'year']),
      first: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
    }),
    output: answers({ id: z.string() }),
  },
  'tax/unfile': { from: 'page', effect: 'command', input: z.object({ id }), output: done },
} as const;
