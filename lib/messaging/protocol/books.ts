import * as z from 'zod/mini';
import { currencyCode, done, failure, text } from './parts';
import { SYNC } from './sync';

const ledgerProblem = z.object({ line: z.int(), message: z.string() });

/** What a purchase ledger would do, or did. Counts are pairs. */
const ledgerResult = z.object({
  rows: z.int(),
  /** Pairs that were waiting for their cost and got it. */
  filled: z.int(),
  /** Pairs that were not known and are now in stock. */
  added: z.int(),
  /** Lines that had been read before. */
  alreadyKnown: z.int(),
  problems: z.array(ledgerProblem),
});

const undoable = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), undoId: z.nullable(z.string()) }),
  z.object({ ok: z.literal(false), error: failure }),
]);

/** Syncing, and what fills the books by hand. */
export const BOOKS = {
  ...SYNC,
  'ledger/preview': {
    from: 'page',
    effect: 'read',
    size: 'large',
    input: z.object({ fileName: text(300), text: text(20_000_000) }),
    output: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), result: ledgerResult }),
      z.object({ ok: z.literal(false), error: failure }),
    ]),
  },
  'ledger/import': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({ fileName: text(300), text: text(20_000_000) }),
    output: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), result: ledgerResult }),
      z.object({ ok: z.literal(false), error: failure }),
    ]),
  },
  /** `cost: null` makes it unknown again. `previous` is what undo sends back. */
  'pair/set-cost': {
    from: 'page',
    effect: 'command',
    input: z.object({
      pairId: text(64),
      cost: z.nullable(z.object({ minor: z.int().check(z.minimum(0)), currency: currencyCode })),
    }),
    output: z.discriminatedUnion('ok', [
      z.object({
        ok: z.literal(true),
        previous: z.nullable(z.object({ minor: z.int(), currency: z.string() })),
      }),
      z.object({ ok: z.literal(false), error: failure }),
    ]),
  },
  /** How one unit of `base` converts, typed in by the person; in force from `asOf` (left out: from now), `source: 'you'`. */
  'fx/set-rate': {
    from: 'page',
    effect: 'command',
    input: z.object({
      base: currencyCode,
      quote: currencyCode,
      rateE8: z.int().check(z.positive()),
      asOf: z.optional(z.int()),
    }),
    output: undoable,
  },
  /** Forgets a rate the person typed in. What was stored with it keeps it. */
  'fx/remove-rate': {
    from: 'page',
    effect: 'command',
    input: z.object({ base: currencyCode, quote: currencyCode, asOf: z.int() }),
    output: undoable,
  },
  'snapshot/list': {
    from: 'page',
    effect: 'read',
    input: z.object({}),
    output: z.object({
      snapshots: z.array(z.object({ name: z.string(), at: z.int(), bytes: z.int(), rows: z.int() })),
    }),
  },
  'snapshot/take': { from: 'page', effect: 'command', input: z.object({}), output: done },
  'snapshot/restore': { from: 'page', effect: 'command', input: z.object({ name: text(100) }), output: done },
} as const;
