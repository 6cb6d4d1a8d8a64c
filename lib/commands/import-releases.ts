import { appendActivity } from '@/lib/db/repositories/activity';
import { makeReleasesDue } from '@/lib/db/repositories/release-look';
import type { ReleaseRow } from '@/lib/db/watching-rows';
import { sameStyleCode, type StyleCode } from '@/lib/domain/catalog/style-code';
import type { CommandDeps } from './command-deps';
import { keepUndo, stampAfter } from './keep-undo';
import { checkedRelease, type ReleaseDraft } from './save-release';

export interface ReleaseImport {
  readonly fileName: string;
  /** Names the file's content: the rows of one import carry it. */
  readonly digest: string;
  readonly entries: readonly { readonly ref: string; readonly draft: ReleaseDraft }[];
}

export interface ImportedReleases {
  readonly added: number;
  /** Known by their `ref`, with something new. */
  readonly changed: number;
  readonly same: number;
  readonly undoId: string | null;
}

/**
 * Brings the calendar up to date with a file that was read already, all or nothing. What is known by its `ref` is changed
 * in place: a feed read twice adds nothing. What the seller took away stays away, and whether it reminds stays as it is.
 * What is new reminds when that is wished, or when the seller watches the shoe, as the catalogue's own date would.
 *
 * @throws CommandError `bad-value`
 */
export async function importReleases(deps: CommandDeps, wish: ReleaseImport): Promise<ImportedReleases> {
  const { db } = deps;
  // An entry told twice is one: of its `ref` the first counts.
  const firsts = new Map(wish.entries.toReversed().map(({ ref, draft }) => [ref, draft]));
  const entries = [...firsts].toReversed().map(([ref, draft]) => ({ ref, draft: checkedRelease(draft) }));
  return db.transaction(
    'rw',
    [db.releases, db.products, db.watchlistItems, db.undos, db.activity, db.meta],
    async () => {
      const refs = entries.map(({ ref }) => ref);
      const known = await db.releases.where('ref').anyOf(refs).toArray();
      const byRef = new Map(known.map((row) => [row.ref, row]));
      const reminds = await remindsOf(db, entries);
      const changes: { table: 'releases'; before: ReleaseRow | null; after: ReleaseRow }[] = [];
      for (const { ref, draft } of entries) {
        const before = byRef.get(ref) ?? null;
        const after =
          before === null
            ? newRow(deps, ref, { ...draft, remind: reminds(draft) }, wish.digest)
            : changedRow(deps, before, draft);
        if (after !== null) changes.push({ table: 'releases', before, after });
      }
      await db.releases.bulkPut(changes.map(({ after }) => after));
      await makeReleasesDue(db, deps.now());
      const added = changes.filter(({ before }) => before === null).length;
      const counts = { added, changed: changes.length - added, same: entries.length - changes.length };
      await appendActivity(db, {
        id: deps.newId(),
        at: deps.now(),
        kind: 'releases/import',
        by: 'user',
        entity: null,
        summary: 'Releases imported',
        facts: { fileName: wish.fileName, ...counts },
      });
      return { ...counts, undoId: await keepUndo(deps, 'releases/import', changes) };
    },
  );
}

function newRow(deps: CommandDeps, ref: string, draft: ReleaseDraft, importId: string): ReleaseRow {
  const now = deps.now();
  return {
    ...draft,
    id: deps.newId(),
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    source: 'import',
    ref,
    importId,
    hidden: false,
  };
}

/** Whether a new release reminds: where it is wished, and of what is watched, met by its id or its style code. */
async function remindsOf(
  db: CommandDeps['db'],
  entries: readonly { readonly draft: ReleaseDraft }[],
): Promise<(draft: ReleaseDraft) => boolean> {
  const codes = entries.flatMap(({ draft }) => draft.styleCode ?? []);
  const [products, items] = await Promise.all([
    db.products.where('styleCode').anyOf(codes).toArray(),
    db.watchlistItems.filter(({ deletedAt }) => deletedAt === null).toArray(),
  ]);
  const watched = new Set(items.map(({ catalogId }) => catalogId));
  const isOf = (code: StyleCode | null) =>
    products.filter(({ styleCode }) => sameStyleCode(styleCode ?? '', code ?? ''));
  return ({ remind, catalogId, styleCode }) =>
    remind ||
    (catalogId !== null && watched.has(catalogId)) ||
    isOf(styleCode).some((product) => watched.has(product.catalogId));
}

/** null: nothing is new. */
function changedRow(deps: CommandDeps, before: ReleaseRow, draft: ReleaseDraft): ReleaseRow | null {
  const told = { ...draft, remind: before.remind, catalogId: draft.catalogId ?? before.catalogId };
  const isSame = (Object.keys(told) as (keyof typeof told)[]).every(
    (name) => JSON.stringify(told[name]) === JSON.stringify(before[name]),
  );
  return isSame ? null : { ...before, ...told, updatedAt: stampAfter(before.updatedAt, deps.now()) };
}
