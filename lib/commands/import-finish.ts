import type { ImportRow } from '@/lib/db/rows';
import { appendActivity } from '@/lib/db/repositories/activity';
import type { CommandDeps } from './command-deps';
import { runningImport } from './import-begin';
import { stampAfter } from './keep-undo';

export interface ImportEnd {
  readonly importId: string;
  readonly problems: ImportRow['problems'];
  readonly leftOut: NonNullable<ImportRow['leftOut']>;
}

/** Ends an import: what it did is one line of the activity, and its rows that were left out are kept for looking them up. */
export async function finishImport(deps: CommandDeps, { importId, problems, leftOut }: ImportEnd): Promise<void> {
  const { db } = deps;
  await db.transaction('rw', [db.imports, db.activity], async () => {
    const row = await runningImport(deps, importId);
    const updatedAt = stampAfter(row.updatedAt, deps.now());
    await db.imports.put({ ...row, standing: 'done', problems, leftOut, updatedAt });
    await appendActivity(db, {
      id: deps.newId(),
      at: deps.now(),
      kind: 'import/file',
      by: 'user',
      entity: { table: 'imports', id: importId },
      summary: 'File imported',
      facts: { fileName: row.fileName, source: row.source ?? row.kind, rows: row.rows, ...row.counts },
    });
  });
}
