/** Marked rows. Ids, so that a mark stays with its row whatever the list does. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Where a range begins. */
  readonly anchor: string | null;
  /** What the present range added: it is given back when the range is drawn anew. */
  readonly range: readonly string[];
}

export const NOTHING_SELECTED: Selection = { ids: new Set(), anchor: null, range: [] };

/**
 * Marks by place in the list as it stands.
 *
 * `toggle` turns one; `begin` marks where a range starts unless one has begun; `range` marks all from there and gives back
 * what an earlier range from the same start had marked, so that moving back takes marks away.
 *
 * @param order ids in the order of the list
 */
export function pick(
  selection: Selection,
  order: readonly string[],
  index: number,
  how: 'toggle' | 'begin' | 'range',
): Selection {
  const id = order[index];
  if (id === undefined) return selection;
  if (how === 'toggle') return toggle(selection, id);
  const from = selection.anchor === null ? -1 : order.indexOf(selection.anchor);
  if (how === 'begin') return from >= 0 ? selection : { ids: new Set([...selection.ids, id]), anchor: id, range: [] };
  return drawRange(selection, order, from < 0 ? index : from, index);
}

function toggle({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  const had = next.delete(id);
  if (!had) next.add(id);
  return { ids: next, anchor: had ? null : id, range: [] };
}

function drawRange({ ids, range }: Selection, order: readonly string[], from: number, to: number): Selection {
  const next = new Set(ids);
  for (const id of range) next.delete(id);
  const drawn = order.slice(Math.min(from, to), Math.max(from, to) + 1).filter((id) => !next.has(id));
  for (const id of drawn) next.add(id);
  const anchor = order[from] ?? null;
  if (anchor !== null) next.add(anchor);
  return { ids: next, anchor, range: drawn.filter((id) => id !== anchor) };
}

/** How much of the list is marked. */
export function markedOf({ ids }: Selection, order: readonly string[]): 'none' | 'some' | 'all' {
  if (ids.size === 0) return 'none';
  return order.length > 0 && order.every((id) => ids.has(id)) ? 'all' : 'some';
}
