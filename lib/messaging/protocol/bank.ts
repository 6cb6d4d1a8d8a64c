import * as z from 'zod/mini';
import { amount, currencyCode, failure, text } from './parts';

const id = text(64).check(z.minLength(1));
const ids = z.array(id).check(z.minLength(1), z.maxLength(10_000));
const day = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));
const refused = z.object({ ok: z.literal(false), error: failure });

const answers = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), ...shape }), refused]);

/** `null`: nothing was changed, so there is nothing to take back. */
const undoId = z.nullable(z.string());

const account = z.object({ name: text(200), number: text(64), currency: currencyCode });

const line = z.object({
  bankId: z.nullable(text(300)),
  bookedOn: day,
  amount,
  payee: text(300),
  text: text(1000),
});

const rates = answers({ days: z.int(), rates: z.int(), older: z.int(), missing: z.array(z.string()) });

/** Bank statements, payouts and exchange rates. */
export const BANK = {
  /** `id: null` keeps a new one. */
  'bank/save-account': {
    from: 'page',
    effect: 'command',
    input: z.object({ id: z.nullable(id), account }),
    output: answers({ id: z.string(), undoId }),
  },
  'bank/remove-account': { from: 'page', effect: 'command', input: z.object({ id }), output: answers({ undoId }) },
  /** The lines of one account of a file that was read already. Those known by their mark are not taken over again. */
  'bank/import': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({
      fileName: text(200),
      digest: text(80),
      format: z.enum(['ofx', 'qif', 'camt', 'csv']),
      account: z.union([z.object({ id }), account]),
      lines: z.array(line).check(z.minLength(1), z.maxLength(50_000)),
      problems: z.array(z.object({ line: z.int(), message: text(400) })).check(z.maxLength(1000)),
      mapping: z.nullable(
        z.object({
          header: z.array(text(200)).check(z.maxLength(100)),
          settings: z.record(text(40), z.nullable(z.union([text(200), z.boolean()]))),
        }),
      ),
    }),
    output: answers({
      importId: z.nullable(z.string()),
      accountId: z.string(),
      added: z.int(),
      known: z.int(),
      matched: z.int(),
    }),
  },
  'bank/take-back': {
    from: 'page',
    effect: 'command',
    input: z.object({ importId: id }),
    output: answers({ removed: z.int() }),
  },
  /** What lines are, as a person says or a suggestion said; all of them or none. */
  'bank/match': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({
      lines: z
        .array(
          z.object({
            lineId: id,
            to: z.object({ kind: z.enum(['payout', 'sales', 'expense']), ids, reason: text(500) }),
          }),
        )
        .check(z.minLength(1), z.maxLength(5000)),
    }),
    output: answers({ matched: z.int(), undoId }),
  },
  /** Matches whatever is certain. */
  'bank/match-certain': {
    from: 'page',
    effect: 'command',
    input: z.object({}),
    output: answers({ matched: z.int(), undoId }),
  },
  'bank/unmatch': { from: 'page', effect: 'command', input: z.object({ ids }), output: answers({ undoId }) },
  'bank/ignore': { from: 'page', effect: 'command', input: z.object({ ids }), output: answers({ undoId }) },
  'bank/make-expense': {
    from: 'page',
    effect: 'command',
    input: z.object({ lineId: id, category: text(40), supplier: text(200) }),
    output: answers({ expenseId: z.string(), undoId }),
  },
  'payouts/add': {
    from: 'page',
    effect: 'command',
    input: z.object({ platform: text(40), ref: text(100), paidOn: day, amount, note: text(500) }),
    output: answers({ id: z.string(), undoId }),
  },
  'payouts/remove': { from: 'page', effect: 'command', input: z.object({ id }), output: answers({ undoId }) },
  /** Rates of a file of the European Central Bank that was read already. */
  'fx/keep-ecb': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({
      days: z
        .array(z.object({ day, rates: z.record(currencyCode, z.int().check(z.positive())) }))
        .check(z.minLength(1), z.maxLength(12_000)),
      file: z.object({ fileName: text(300), digest: text(64).check(z.minLength(64)) }),
    }),
    output: rates,
  },
  /** Asks the European Central Bank itself; refused without the permission for its site. */
  'fx/fetch-ecb': {
    from: 'page',
    effect: 'command',
    input: z.object({ days: z.enum(['today', '90']) }),
    output: rates,
  },
  'fx/fill-in': {
    from: 'page',
    effect: 'command',
    input: z.object({}),
    output: answers({ sales: z.int(), expenses: z.int(), left: z.int(), undoId }),
  },
} as const;
