import * as z from 'zod/mini';
import { filled, int64, toNumber } from './wire';

/** `{id}`: what deleting a listing or a picture answers. */
export const deletedIdReader = {
  schema: z.object({ id: filled }),
  toDomain: ({ id }: { id: string }): string => id,
};

/** `{ok: true}`: the token is accepted. */
export const okReader = {
  schema: z.object({ ok: z.literal(true) }),
  toDomain: (): true => true,
};

/** Size of a whole list when alias says it in a form we understand. */
export function totalOf(value: unknown): number | null {
  const parsed = int64.safeParse(value);
  return parsed.success ? toNumber(parsed.data) : null;
}
