import * as z from 'zod/mini';
import { type MessageName, PROTOCOL } from './protocol';

/** How a message travels. The id is made by the sender, once per wish: a command with a known id is not done again. */
export const envelope = z.object({
  archvd: z.literal(1),
  id: z.uuid(),
  name: z.string().check(z.maxLength(60)),
  input: z.unknown(),
});

/** `hasOwn`, so that `constructor` or `__proto__` is no name. */
export function isMessageName(name: string): name is MessageName {
  return Object.hasOwn(PROTOCOL, name);
}
