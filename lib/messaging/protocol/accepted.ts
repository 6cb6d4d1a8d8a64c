import * as z from 'zod/mini';
import { failure } from './parts';

export const refused = z.object({ ok: z.literal(false), error: failure });

/** What a command became: `groupId` names it in the tracker, null when nothing was to be done; `skipped` says what was left out. */
export const accepted = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    groupId: z.nullable(z.string()),
    accepted: z.int(),
    skipped: z.array(z.object({ id: z.string(), code: z.string() })),
  }),
  refused,
]);

export const counted = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), changed: z.int() }), refused]);
