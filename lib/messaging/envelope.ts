import * as z from 'zod/mini';
import { type MessageName, PROTOCOL } from './protocol';

/** How a message travels. The id is made by the sender, once per wish: a command with a known id is not done again. */
export const envelope = z.object({
  archvd: z.literal(1),
  id: z.uuid(),
  name: z.string().check(z.maxLength(60)),
  input: z.unknown(),
});

/** How an answer travels. Errors cross as code and words only: class, stack and cause stay where they were. */
export const answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), output: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error: z.object({ code: z.string().check(z.maxLength(60)), message: z.string().check(z.maxLength(500)) }),
  }),
]);

export type Answer = z.infer<typeof answer>;

/** `hasOwn`, so that `constructor` or `__proto__` is no name. */
export function isMessageName(name: string): name is MessageName {
  return Object.hasOwn(PROTOCOL, name);
}
