import { appendActivity } from '@/lib/db/repositories/activity';
import { makeReleasesDue } from '@/lib/db/repositories/release-look';
import type { ReleaseRow } from '@/lib/db/watching-rows';
import { readDay } from '@/lib/domain/releases/read-day';
import { calendarDate } from '@/lib/domain/time/instant';
import { checkAmount, checkText, LONGEST } from './check-pair';
import { CommandError, type CommandDeps } from './command-deps';
import { keepUndo, stampAfter } from './keep-undo';

/** A release as it is told. */
export type ReleaseDraft = Pick<
  ReleaseRow,
  'catalogId' | 'styleCode' | 'name' | 'brand' | 'date' | 'at' | 'retailPrice' | 'url' | 'note' | 'remind'
>;

const LONGEST_NOTE = 1000;

/**
 * Writes a release down, or changes one.
 *
 * @param wish.id null: a new one
 * @throws CommandError `bad-value` (no name, no such day), `not-found`
 */
export async function saveRelease(
  deps: CommandDeps,
  wish: { readonly id: string | null; readonly draft: ReleaseDraft },
): Promise<{ readonly undoId: string | null }> {
  const { db } = deps;
  const draft = checkedRelease(wish.draft);
  return db.transaction('rw', [db.releases, db.undos, db.activity, db.meta], async () => {
    const before = wish.id === null ? null : await existingRelease(deps, wish.id);
    return putRelease(deps, before, draft, before?.source ?? 'own');
  });
}

/** Puts a checked release into the books. For a transaction that spans releases, undos, activity and meta. */
export async function putRelease(
  deps: CommandDeps,
  before: ReleaseRow | null,
  draft: ReleaseDraft,
  source: ReleaseRow['source'],
): Promise<{ readonly undoId: string | null }> {
  const now = deps.now();
  const after: ReleaseRow = {
    ...(before ?? { id: deps.newId(), createdAt: now, source, ref: null, importId: null }),
    ...draft,
    updatedAt: before === null ? now : stampAfter(before.updatedAt, now),
    deletedAt: null,
    hidden: false,
  };
  await deps.db.releases.put(after);
  await makeReleasesDue(deps.db, now);
  await logReleases(deps, 'release/save', before === null ? 'Release written down' : 'Release changed', [after]);
  return { undoId: await keepUndo(deps, 'releases/save', [{ table: 'releases', before, after }]) };
}

/** Takes releases off the calendar. Those that are gone already are passed over. */
export async function removeReleases(
  deps: CommandDeps,
  ids: readonly string[],
): Promise<{ readonly undoId: string | null }> {
  const { db } = deps;
  return db.transaction('rw', [db.releases, db.undos, db.activity, db.meta], async () => {
    const rows = await db.releases.bulkGet([...ids]);
    const found = rows.flatMap((row) => (row === undefined || row.deletedAt !== null ? [] : [row]));
    const now = deps.now();
    const changes = found.map((before) => {
      const stamp = stampAfter(before.updatedAt, now);
      // A feed that is read again must know that this entry was taken away on purpose, so the row stays.
      return { table: 'releases' as const, before, after: { ...before, deletedAt: stamp, updatedAt: stamp } };
    });
    await db.releases.bulkPut(changes.map(({ after }) => after));
    await logReleases(deps, 'release/remove', 'Release removed', found);
    return { undoId: await keepUndo(deps, 'releases/remove', changes) };
  });
}

/** @throws CommandError `bad-value` */
export function checkedRelease(draft: ReleaseDraft): ReleaseDraft {
  const name = draft.name.trim();
  if (name === '') throw new CommandError('bad-value', 'A release needs a name. Nothing was changed.');
  // `Date` takes 31 February for a day of March.
  if (calendarDate(draft.date) === null || !readDay(draft.date, null).ok)
    throw new CommandError('bad-value', `${draft.date} is no day of the calendar. Nothing was changed.`);
  if (draft.url !== null && !isAddress(draft.url))
    throw new CommandError('bad-value', `${draft.url} is no address of a page. Nothing was changed.`);
  checkText('The name', name, LONGEST.name);
  checkText('The note', draft.note, LONGEST_NOTE);
  checkAmount('The retail price', draft.retailPrice);
  return { ...draft, name };
}

/** Anything else would be carried out by whoever opens it. */
function isAddress(url: string): boolean {
  return URL.canParse(url) && ['https:', 'http:'].includes(new URL(url).protocol);
}

async function existingRelease({ db }: CommandDeps, id: string): Promise<ReleaseRow> {
  const row = await db.releases.get(id);
  if (row === undefined || row.deletedAt !== null)
    throw new CommandError('not-found', 'That release is no longer there. Nothing was changed.');
  return row;
}

async function logReleases(
  deps: CommandDeps,
  kind: string,
  summary: string,
  rows: readonly ReleaseRow[],
): Promise<void> {
  for (const { id, name, date } of rows.slice(0, 20))
    await appendActivity(deps.db, {
      id: deps.newId(),
      at: deps.now(),
      kind,
      by: 'user',
      entity: { table: 'releases', id },
      summary,
      facts: { name, date },
    });
}
