import type { Page } from '@playwright/test';

/**
 * Puts rows into the books with plain IndexedDB. `replace` empties every table first; `keep` leaves what is there.
 * A page of the extension must have opened the books before.
 */
export async function fillBooks(
  page: Page,
  rows: Record<string, readonly object[]>,
  how: 'replace' | 'keep',
): Promise<void> {
  await page.evaluate(
    async ({ tables, how }) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('archvd');
        opening.addEventListener('success', () => resolve(opening.result));
        opening.addEventListener('error', () => reject(opening.error));
      });
      const names = [...db.objectStoreNames];
      const write = db.transaction(names, 'readwrite');
      for (const name of names) {
        const store = write.objectStore(name);
        if (how === 'replace') store.clear();
        for (const row of tables[name] ?? []) store.put(row);
      }
      await new Promise<void>((resolve, reject) => {
        write.addEventListener('complete', () => resolve());
        write.addEventListener('abort', () => reject(write.error));
      });
      db.close();
    },
    { tables: rows, how },
  );
}
