import type { CommandDeps } from './command-deps';

/**
 * The person has seen how these commands ended.
 *
 * @returns how many were new to them
 */
export async function dismissGroups(
  deps: CommandDeps,
  groupIds: readonly string[],
): Promise<{ readonly changed: number }> {
  const { db } = deps;
  const now = deps.now();
  return db.transaction('rw', db.writeGroups, async () => {
    const changed = await db.writeGroups
      .where('id')
      .anyOf([...new Set(groupIds)])
      .and(({ dismissedAt }) => dismissedAt === null)
      .modify({ dismissedAt: now, updatedAt: now });
    return { changed };
  });
}
