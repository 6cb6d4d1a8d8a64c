import * as z from 'zod/mini';
import { failure, text } from './parts';

const refused = z.object({ ok: z.literal(false), error: failure });

/** Ways of looking at a list that the seller gave a name. */
export const VIEWS = {
  /** `id: null` makes a new one. `settings` are texts of the screen's own: what is shown, sorted by, and in which columns. */
  'views/save': {
    from: 'page',
    effect: 'command',
    input: z.object({
      id: z.nullable(text(64)),
      screen: z.enum(['inventory', 'selling', 'sales', 'watch-import']),
      name: text(80),
      settings: z.record(text(20), text(4000)),
    }),
    output: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), id: z.string(), undoId: z.nullable(z.string()) }),
      refused,
    ]),
  },
  'views/remove': {
    from: 'page',
    effect: 'command',
    input: z.object({ id: text(64) }),
    output: z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), undoId: z.nullable(z.string()) }), refused]),
  },
} as const;
