import * as z from 'zod/mini';
import { EXPENSE_CATEGORIES } from '@/lib/domain/expenses/expense';
import { amount, failure, text } from './parts';

const id = text(64).check(z.minLength(1));
const ids = z.array(id).check(z.minLength(1), z.maxLength(10_000));
const at = z.int().check(z.minimum(0));
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const category = z.enum(EXPENSE_CATEGORIES);

const mileage = z.object({
  tenths: z.int().check(z.minimum(1), z.maximum(10_000_000)),
  unit: z.enum(['mile', 'km']),
  rateMilli: z.int().check(z.minimum(1), z.maximum(100_000_000)),
  rateSource: text(300),
  from: text(200),
  to: text(200),
});

const draft = z.object({
  category,
  amount,
  tax: z.nullable(amount),
  spentAt: at,
  supplier: text(1000),
  note: text(10_000),
  /** None: overhead. */
  pairIds: z.array(id).check(z.maxLength(10_000)),
  split: z.enum(['value', 'even']),
  mileage: z.nullable(mileage),
});

/** JPEG, PNG or PDF in a `data:` URL; a PDF of 5 MB is the longest. */
const receipts = z
  .array(z.object({ name: text(1000), dataUrl: text(7_000_000).check(z.minLength(1)) }))
  .check(z.maxLength(10));

const recurring = z.object({
  category,
  amount,
  tax: z.nullable(amount),
  supplier: text(1000),
  note: text(10_000),
  every: z.object({ unit: z.enum(['week', 'month', 'year']), every: z.int().check(z.minimum(1), z.maximum(100)) }),
  startsOn: day,
  endsOn: z.nullable(day),
});

const refused = z.object({ ok: z.literal(false), error: failure });

/** `null`: nothing was changed, so there is nothing to take back. */
const undoId = z.nullable(z.string());

const answers = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), ...shape }), refused]);

/** Money spent, what comes again by itself, receipts, and what a marketplace's fees are corrected to. */
export const EXPENSES = {
  /** `id: null` writes all drafts down, or none; else the one draft is how that expense is from now on. */
  'expenses/save': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({
      id: z.nullable(id),
      drafts: z.array(draft).check(z.minLength(1), z.maxLength(200)),
      receipts,
    }),
    output: answers({ ids: z.array(z.string()), undoId }),
  },
  /** What is left out of `changes` stays. */
  'expenses/edit': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({
      ids,
      changes: z.object({ category: z.optional(category), supplier: z.optional(text(1000)) }),
    }),
    output: answers({ changed: z.int(), undoId }),
  },
  'expenses/remove': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({ ids }),
    output: answers({ removed: z.int(), undoId }),
  },
  'receipts/add': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({ expenseId: id, receipts: receipts.check(z.minLength(1)) }),
    output: answers({ undoId }),
  },
  'receipts/remove': { from: 'page', effect: 'command', input: z.object({ id }), output: answers({ undoId }) },
  /** `made`: how many fell due already and were written down at once. */
  'recurring/save': {
    from: 'page',
    effect: 'command',
    input: z.object({ id: z.nullable(id), draft: recurring }),
    output: answers({ id: z.string(), made: z.int(), undoId }),
  },
  /** What it made stays. */
  'recurring/stop': { from: 'page', effect: 'command', input: z.object({ id }), output: answers({ undoId }) },
  /** A fee table from a moment on: as the one in force then, but with this commission and seller fee for this seller. */
  'fees/correct': {
    from: 'page',
    effect: 'command',
    input: z.object({
      validFrom: at,
      commissionBasisPoints: z.int().check(z.minimum(0), z.maximum(9_999)),
      sellerFee: amount,
      source: text(300),
    }),
    output: answers({ undoId }),
  },
} as const;
