import * as z from 'zod/mini';
import { DatabaseError } from '../database-error';
import { SCHEMA_VERSION } from '../database';
import { sha256 } from '../sha256';
import type { UnpackedText } from './gzip';
import { upgradeRow } from '../versions/upgrade-row';

/**
 * A backup is text, one JSON value a line:
 *
 *     {"format":"archvd-backup","schemaVersion":2,"createdAt":1772452800000}
 *     {"table":"inventory","rows":[{"id":"…"},…]}            at most 500 rows a line, as many lines as needed
 *     {"end":true,"counts":{"inventory":312,…},"sha256":"…"}
 *
 * The digest is a chain over the lines before it, so that it can be told without holding the file twice. A file without
 * its last line was cut off. No token is inside: the database holds none.
 */
export const BACKUP_FORMAT = 'archvd-backup';

/** Rate budget and job standing belong to the device, not to the books: an old copy of them would only do harm. */
export const DEVICE_TABLES: readonly string[] = ['budgets', 'jobs'];

const header = z.object({
  format: z.literal(BACKUP_FORMAT),
  schemaVersion: z.int().check(z.minimum(1)),
  createdAt: z.int(),
});
const chunk = z.object({ table: z.string(), rows: z.array(z.looseObject({ id: z.string() })) });
const trailer = z.object({ end: z.literal(true), counts: z.record(z.string(), z.int()), sha256: z.string() });

type BackupRow = z.infer<typeof chunk>['rows'][number];

export interface Backup {
  readonly createdAt: number;
  /** The schema it was written by; `tables` are brought to the present one already. */
  readonly schemaVersion: number;
  readonly rows: number;
  readonly tables: ReadonlyMap<string, readonly BackupRow[]>;
}

/** SHA-256 chained over lines, as hex. */
export async function chainDigest(lines: readonly string[]): Promise<string> {
  let digest = '';
  for (const line of lines) digest = await sha256(`${digest}\n${line}`);
  return digest;
}

/**
 * Reads and checks a whole backup before anything is written.
 *
 * @throws DatabaseError `backup-foreign` (not our format), `backup-newer`, `backup-cut-off` (no last line), or
 * `backup-invalid` with the place: a digest or counts that do not match, a table this build does not know
 */
export async function readBackup({ text, isWhole }: UnpackedText, knownTables: readonly string[]): Promise<Backup> {
  const lines = text.split('\n').filter((line) => line !== '');
  const head = parsed(header, lines[0] ?? '');
  // Of a damaged packing nothing may have come out, not even the first line.
  if (head === null) throw new DatabaseError(isWhole ? 'backup-foreign' : 'backup-cut-off');
  if (head.schemaVersion > SCHEMA_VERSION) throw new DatabaseError('backup-newer');
  const end = isWhole ? parsed(trailer, lines.at(-1) ?? '') : null;
  if (end === null) throw new DatabaseError('backup-cut-off');
  if ((await chainDigest(lines.slice(0, -1))) !== end.sha256)
    throw new DatabaseError('backup-invalid', 'checksum differs');
  const tables = readTables(lines.slice(1, -1), head.schemaVersion, knownTables);
  for (const table of new Set([...tables.keys(), ...Object.keys(end.counts)])) {
    if ((tables.get(table)?.length ?? 0) !== (end.counts[table] ?? 0))
      throw new DatabaseError('backup-invalid', `rows of ${table}`);
  }
  return { ...head, tables, rows: [...tables.values()].reduce((sum, rows) => sum + rows.length, 0) };
}

function readTables(
  lines: readonly string[],
  schema: number,
  knownTables: readonly string[],
): Map<string, BackupRow[]> {
  const tables = new Map<string, BackupRow[]>();
  for (const [index, line] of lines.entries()) {
    const read = parsed(chunk, line);
    if (read === null) throw new DatabaseError('backup-invalid', `line ${index + 2}`);
    const { table, rows } = read;
    if (!knownTables.includes(table) || DEVICE_TABLES.includes(table))
      throw new DatabaseError('backup-invalid', `unknown table ${table}`);
    const upgraded = schema === SCHEMA_VERSION ? rows : rows.map((row) => upgradeRow(table, row, schema));
    tables.set(table, (tables.get(table) ?? []).concat(upgraded));
  }
  return tables;
}

function parsed<T>(schema: z.ZodMiniType<T>, line: string): T | null {
  try {
    return schema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}
