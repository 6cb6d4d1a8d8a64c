import type { OutboxRow } from '@/lib/db/selling-rows';
import { contradicts } from '@/lib/outbox/contradicts';

/**
 * Of wishes that contradict each other the newest; what was asked for last is what is wanted. Wishes that go together all
 * stay.
 *
 * @returns those that count, in the order they were given
 * @example a confirmation and a cancellation of one order, both failed: only the one that was asked for later
 */
export function newestWishes(rows: readonly OutboxRow[]): readonly OutboxRow[] {
  const kept = new Map<string, OutboxRow[]>();
  for (const row of rows.toSorted((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1))) {
    const newer = kept.get(row.entityId) ?? [];
    if (!newer.some(({ write }) => contradicts(row.write, write))) kept.set(row.entityId, [...newer, row]);
  }
  const counts = new Set([...kept.values()].flat());
  return rows.filter((row) => counts.has(row));
}
