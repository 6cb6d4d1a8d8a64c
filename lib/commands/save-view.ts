import type { SavedViewRow } from '@/lib/db/rows';
import { CommandError, type CommandDeps } from './command-deps';
import { keepUndo, stampAfter } from './keep-undo';

export interface ViewToSave {
  /** null: a new view; else the one that is changed. */
  readonly id: string | null;
  readonly screen: string;
  readonly name: string;
  readonly settings: SavedViewRow['settings'];
}

/** Views one screen may have: what fits a menu. */
const MOST = 100;

/**
 * Keeps a way of looking at a list under a name, or changes one: its name, what it shows, or both.
 *
 * @throws CommandError `bad-value` for a name that is empty or another view's, `too-many`, `not-found`
 */
export async function saveView(
  deps: CommandDeps,
  wish: ViewToSave,
): Promise<{ readonly id: string; readonly undoId: string | null }> {
  const { db } = deps;
  const name = wish.name.trim();
  if (name === '') throw new CommandError('bad-value', 'A view needs a name. Nothing was changed.');
  return db.transaction('rw', [db.savedViews, db.undos], async () => {
    const others = (await db.savedViews.where('screen').equals(wish.screen).toArray()).filter(
      (view) => view.id !== wish.id,
    );
    if (others.some((view) => view.name.toLowerCase() === name.toLowerCase()))
      throw new CommandError('bad-value', `There is a view named ${name} already. Nothing was changed.`);
    if (others.length >= MOST)
      throw new CommandError('too-many', `At most ${MOST} views are kept. Nothing was changed.`);
    const before = wish.id === null ? null : await existing(deps, wish.id);
    const now = deps.now();
    const after: SavedViewRow = {
      id: before?.id ?? deps.newId(),
      createdAt: before?.createdAt ?? now,
      updatedAt: before === null ? now : stampAfter(before.updatedAt, now),
      screen: wish.screen,
      name,
      settings: wish.settings,
    };
    await db.savedViews.put(after);
    return { id: after.id, undoId: await keepUndo(deps, 'views/save', [{ table: 'savedViews', before, after }]) };
  });
}

/** @throws CommandError `not-found` */
export async function removeView(deps: CommandDeps, id: string): Promise<{ readonly undoId: string | null }> {
  const { db } = deps;
  return db.transaction('rw', [db.savedViews, db.undos], async () => {
    const before = await existing(deps, id);
    await db.savedViews.delete(id);
    return { undoId: await keepUndo(deps, 'views/remove', [{ table: 'savedViews', before, after: null }]) };
  });
}

async function existing({ db }: CommandDeps, id: string): Promise<SavedViewRow> {
  const view = await db.savedViews.get(id);
  if (view === undefined) throw new CommandError('not-found', 'That view is no longer there. Nothing was changed.');
  return view;
}
