import type { Page } from '@playwright/test';

/**
 * All rows of tables of the `archvd` database, read with plain IndexedDB so that no code under test is in between.
 *
 * @param page any page of the extension
 * @returns table name to rows; a table that does not exist (yet) is empty
 */
export async function readTables<Name extends string>(
  page: Page,
  names: readonly Name[],
): Promise<Record<Name, Record<string, unknown>[]>> {
  const rows = await page.evaluate(readInPage, [...names]);
  return Object.fromEntries(names.map((name) => [name, rows[name] ?? []])) as Record<Name, Record<string, unknown>[]>;
}

/** Runs inside the browser: it may use nothing from outside its own body. */
async function readInPage(names: string[]): Promise<Record<string, Record<string, unknown>[]>> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    });
  const known = await indexedDB.databases();
  // Opening a database that does not exist would create an empty one and get in the extension's way.
  if (!known.some((database) => database.name === 'archvd')) return {};
  const database = await settled(indexedDB.open('archvd'));
  try {
    const present = names.filter((name) => database.objectStoreNames.contains(name));
    if (present.length === 0) return {};
    const transaction = database.transaction(present, 'readonly');
    const read = async (name: string) => [name, await settled(transaction.objectStore(name).getAll())] as const;
    return Object.fromEntries(await Promise.all(present.map(read)));
  } finally {
    database.close();
  }
}
