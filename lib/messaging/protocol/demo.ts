import * as z from 'zod/mini';
import { done, failure } from './parts';

/** The demo market. Both are answered by whatever market is on, and change which one it is. */
export const DEMO = {
  /** Puts the demo market in the place of the real one; the real books are closed and stay as they are. */
  'demo/start': { from: 'page', effect: 'command', input: z.object({}), output: done },
  /** Deletes everything of the demo and goes back to the real books. Safe to ask for when there is no demo. */
  'demo/remove': {
    from: 'page',
    effect: 'command',
    input: z.object({}),
    output: z.discriminatedUnion('ok', [
      z.object({
        ok: z.literal(true),
        /** What there was. */
        removed: z.object({ rows: z.int(), snapshots: z.int(), notifications: z.int() }),
        /** What was looked for afterwards and is still there; empty when no trace is left. */
        left: z.array(z.string()),
      }),
      z.object({ ok: z.literal(false), error: failure }),
    ]),
  },
} as const;
