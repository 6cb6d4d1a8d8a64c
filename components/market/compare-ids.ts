/** So many products are held against each other at most. */
export const MOST_COMPARED = 4;

/**
 * The products to compare, by catalogue id, as they stand in the address.
 *
 * @example `comparedIds('panda,samba,panda,')` is `['panda', 'samba']`
 */
export function comparedIds(item: string | null): readonly string[] {
  const ids = (item ?? '').split(',').flatMap((id) => decoded(id.trim()));
  return [...new Set(ids)].slice(0, MOST_COMPARED);
}

/** For the address; null: none. Ids are written so that none of them falls in two. */
export function comparedItem(ids: readonly string[]): string | null {
  return ids.length === 0 ? null : ids.map((id) => id.replaceAll('%', '%25').replaceAll(',', '%2C')).join(',');
}

/** With one more, or without it; a fifth is not taken. */
export function withTicked(ids: readonly string[], id: string): readonly string[] {
  if (ids.includes(id)) return ids.filter((each) => each !== id);
  return ids.length < MOST_COMPARED ? [...ids, id] : ids;
}

function decoded(text: string): readonly string[] {
  const id = text.replaceAll('%2C', ',').replaceAll('%25', '%');
  return id === '' || id.length > 200 ? [] : [id];
}
