import * as z from 'zod/mini';
import { failure, text } from './parts';

const refused = z.object({ ok: z.literal(false), error: failure });
const undoable = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), undoId: z.nullable(z.string()) }),
  refused,
]);

const anything = z.record(text(40), z.unknown());

/** Reports that are kept, and dated values of the stock. */
export const REPORTS = {
  /** Settings, figures and the print of every row behind them, as the screen made them. */
  'reports/keep': {
    from: 'page',
    effect: 'command',
    input: z.object({
      kind: z.enum(['pnl']),
      name: text(80),
      settings: anything,
      figures: anything,
      digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    }),
    output: z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), id: z.string() }), refused]),
  },
  'reports/rename': {
    from: 'page',
    effect: 'command',
    input: z.object({ id: text(64), name: text(80) }),
    output: undoable,
  },
  'reports/remove': {
    from: 'page',
    effect: 'command',
    input: z.object({ id: text(64) }),
    output: undoable,
  },
  /** Keeps what the stock is worth now as the value of today, in place of an earlier one of the day. */
  'stock/value': {
    from: 'page',
    effect: 'command',
    input: z.object({}),
    output: z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), day: z.string() }), refused]),
  },
} as const;
