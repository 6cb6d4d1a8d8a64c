import type { ReportRow } from '@/lib/db/money-rows';
import { CommandError, type CommandDeps } from './command-deps';
import { keepUndo } from './keep-undo';

export type ReportToKeep = Pick<ReportRow, 'kind' | 'name' | 'settings' | 'figures' | 'digest'>;

/** Each may hold a print of tens of thousands of rows, in every backup too. */
const MOST = 100;

/**
 * Keeps a report as it was made: it is never changed afterwards but for its name.
 *
 * @throws CommandError `bad-value` for an empty name, `too-many`
 */
export async function keepReport(deps: CommandDeps, wish: ReportToKeep): Promise<{ readonly id: string }> {
  const { db } = deps;
  const name = nameOf(wish.name);
  return db.transaction('rw', [db.reports], async () => {
    if ((await db.reports.count()) >= MOST)
      throw new CommandError('too-many', `At most ${MOST} reports are kept. Nothing was changed.`);
    const row: ReportRow = { ...wish, name, id: deps.newId(), madeAt: deps.now() };
    await db.reports.add(row);
    return { id: row.id };
  });
}

/** @throws CommandError `bad-value`, `not-found` */
export async function renameReport(deps: CommandDeps, id: string, text: string): Promise<{ readonly undoId: null }> {
  const { db } = deps;
  const name = nameOf(text);
  return db.transaction('rw', [db.reports], async () => {
    await db.reports.put({ ...(await existing(deps, id)), name });
    return { undoId: null };
  });
}

/** @throws CommandError `not-found` */
export async function removeReport(deps: CommandDeps, id: string): Promise<{ readonly undoId: string | null }> {
  const { db } = deps;
  return db.transaction('rw', [db.reports, db.undos], async () => {
    const before = await existing(deps, id);
    await db.reports.delete(id);
    return { undoId: await keepUndo(deps, 'reports/remove', [{ table: 'reports', before, after: null }]) };
  });
}

function nameOf(text: string): string {
  const name = text.trim();
  if (name === '') throw new CommandError('bad-value', 'A report needs a name. Nothing was changed.');
  return name;
}

async function existing({ db }: CommandDeps, id: string): Promise<ReportRow> {
  const report = await db.reports.get(id);
  if (report === undefined) throw new CommandError('not-found', 'That report is no longer there. Nothing was changed.');
  return report;
}
