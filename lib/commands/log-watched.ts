import { appendActivity } from '@/lib/db/repositories/activity';
import type { CommandDeps } from './command-deps';

/** A line of the log about many watched items at once, for the command's transaction. */
export async function logWatched(
  deps: CommandDeps,
  { kind, summary, items }: { readonly kind: string; readonly summary: string; readonly items: number },
): Promise<void> {
  await appendActivity(deps.db, {
    id: deps.newId(),
    at: deps.now(),
    kind,
    by: 'user',
    entity: null,
    summary,
    facts: { items },
  });
}
