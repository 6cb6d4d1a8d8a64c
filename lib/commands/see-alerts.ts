import type { CommandDeps } from './command-deps';

/** Marks what rang as seen; null: all of it. That is no change anybody takes back. */
export async function seeAlerts({ db }: CommandDeps, eventIds: readonly string[] | null): Promise<void> {
  const events = eventIds === null ? db.alertEvents.toCollection() : db.alertEvents.where('id').anyOf([...eventIds]);
  await events.filter(({ seen }) => !seen).modify({ seen: true });
}
