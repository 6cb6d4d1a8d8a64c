/** The demo's books: a database and a snapshot folder of their own, so that the seller's are not even opened. */
export const DEMO_DATABASE = 'archvd-demo';
export const DEMO_SNAPSHOTS = 'demo-snapshots' as const;

/** The browser's places where books are kept; given, so that tests own them. */
export interface BookPlaces {
  readonly factory: Pick<IDBFactory, 'databases' | 'deleteDatabase'>;
  /** The origin private file system; null where the browser has none. */
  root(): Promise<FileSystemDirectoryHandle | null>;
}

/** Another page may hold the database for a moment: it lets go when asked. One that does not is not waited for longer. */
const RELEASE_MS = 4000;

/** Deletes the demo's books, whether they are whole, half made or not there. */
export async function deleteDemoBooks(places: BookPlaces = browserPlaces()): Promise<void> {
  // Every start of the worker comes by here, nearly always for nothing.
  if ((await findDemoBooks(places)).length === 0) return;
  await Promise.all([deleteDatabase(places.factory), deleteSnapshots(places)]);
}

/** What there is of the demo's books now: names of a database and of a folder. Empty when nothing is left. */
export async function findDemoBooks(places: BookPlaces = browserPlaces()): Promise<readonly string[]> {
  const databases = await places.factory.databases();
  const found = databases.some((each) => each.name === DEMO_DATABASE) ? [DEMO_DATABASE] : [];
  return (await hasFolder(await places.root())) ? [...found, DEMO_SNAPSHOTS] : found;
}

function deleteDatabase(factory: BookPlaces['factory']): Promise<void> {
  return new Promise((resolve) => {
    const request = factory.deleteDatabase(DEMO_DATABASE);
    const timer = setTimeout(resolve, RELEASE_MS);
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    request.addEventListener('success', end);
    // Whoever looks afterwards sees that it is still there, and the next start tries again.
    request.addEventListener('error', end);
  });
}

async function deleteSnapshots(places: BookPlaces): Promise<void> {
  const root = await places.root();
  if (root !== null && (await hasFolder(root))) await root.removeEntry(DEMO_SNAPSHOTS, { recursive: true });
}

async function hasFolder(root: FileSystemDirectoryHandle | null): Promise<boolean> {
  if (root === null) return false;
  for await (const name of root.keys()) if (name === DEMO_SNAPSHOTS) return true;
  return false;
}

function browserPlaces(): BookPlaces {
  return {
    factory: indexedDB,
    root: async () => (navigator.storage?.getDirectory === undefined ? null : navigator.storage.getDirectory()),
  };
}
