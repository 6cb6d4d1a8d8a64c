import * as z from 'zod/mini';

/** How an answer travels. Errors cross as code and words only: class, stack and cause stay where they were. */
export const answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), output: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error: z.object({ code: z.string().check(z.maxLength(60)), message: z.string().check(z.maxLength(500)) }),
  }),
]);

export type Answer = z.infer<typeof answer>;
