import * as z from 'zod/mini';

const note = z.object({ before: z.array(z.object({ what: z.string(), count: z.nullable(z.int()) })) });

/** What was there when everything was asked to be deleted. */
export type DeletionNote = z.infer<typeof note>;

/** @returns null when `stored` is no such note: no deletion is under way */
export function toDeletionNote(stored: unknown): DeletionNote | null {
  return note.safeParse(stored).data ?? null;
}
