import * as z from 'zod/mini';

/** How a message travels. The id is made by the sender, once per wish: a command with a known id is not done again. */
export const envelope = z.object({
  archvd: z.literal(1),
  id: z.uuid(),
  name: z.string().check(z.maxLength(60)),
  input: z.unknown(),
});
