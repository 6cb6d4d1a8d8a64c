import { DatabaseError } from './database-error';

/** Every database of ours, of whichever build or mode: books, demo books, keys. */
const OURS = 'archvd';

type Factory = Pick<IDBFactory, 'databases' | 'open' | 'deleteDatabase'>;

/** Names of our databases that exist now. */
export async function ourDatabases(factory: Factory = indexedDB): Promise<readonly string[]> {
  return (await factory.databases()).flatMap(({ name }) => (name?.startsWith(OURS) === true ? [name] : []));
}

/** Rows of all tables together, counted without knowing the schema; 0 when there is no such database. */
export async function countRows(name: string, factory: Factory = indexedDB): Promise<number> {
  // Opening one that is not there would make it.
  if (!(await ourDatabases(factory)).includes(name)) return 0;
  const database = await settled(factory.open(name));
  try {
    const stores = [...database.objectStoreNames];
    if (stores.length === 0) return 0;
    const transaction = database.transaction(stores, 'readonly');
    const counts = await Promise.all(stores.map((store) => settled(transaction.objectStore(store).count())));
    return counts.reduce((sum, count) => sum + count, 0);
  } finally {
    database.close();
  }
}

/**
 * Deletes a database. Other windows are asked by the browser to let go of it, and ours do.
 *
 * @throws DatabaseError `open-failed` when one does not within the time; the browser deletes it once that is closed
 */
export async function deleteDatabase(name: string, factory: Factory = indexedDB, timeoutMs = 10_000): Promise<void> {
  const request = factory.deleteDatabase(name);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DatabaseError('open-failed', `${name} is held by another window`)), timeoutMs);
  });
  try {
    await Promise.race([settled(request), late]);
  } finally {
    clearTimeout(timer);
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no reason given')));
  });
}
