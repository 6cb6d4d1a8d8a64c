/**
 * The least work a first sync could be, done by the extension's own worker: fetch the same pages one after another,
 * parse them, and put the rows that the sync made, as they are, into stores with the same keys and indexes.
 *
 * Runs inside the worker, so it may use nothing from outside its own body.
 *
 * @returns milliseconds
 */
export async function rawFloor(input: { readonly apiUrl: string; readonly token: string }): Promise<number> {
  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    });
  const committed = (transaction: IDBTransaction): Promise<void> =>
    new Promise((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(transaction.error));
    });
  const names = ['orders', 'sales', 'listings', 'inventory'];

  const books = await settled(indexedDB.open('archvd'));
  const reading = books.transaction(names, 'readonly');
  const rows = new Map<string, unknown[]>();
  for (const name of names) rows.set(name, await settled(reading.objectStore(name).getAll()));

  await settled(indexedDB.deleteDatabase('floor'));
  const opening = indexedDB.open('floor', 1);
  opening.addEventListener('upgradeneeded', () => {
    const layout = books.transaction(names, 'readonly');
    for (const name of names) {
      const model = layout.objectStore(name);
      const store = opening.result.createObjectStore(name, { keyPath: model.keyPath });
      for (const indexName of model.indexNames) {
        const index = model.index(indexName);
        store.createIndex(indexName, index.keyPath, { unique: index.unique, multiEntry: index.multiEntry });
      }
    }
  });
  const floor = await settled(opening);

  const fetchPages = async (
    path: string,
    nextOf: (body: Record<string, Record<string, unknown>>) => unknown,
  ): Promise<void> => {
    let token: unknown = '';
    do {
      const url = `${input.apiUrl}${path}${token === '' ? '' : `&pagination_token=${encodeURIComponent(String(token))}`}`;
      const response = await fetch(url, {
        headers: { authorization: `Bearer ${input.token}` },
        cache: 'no-store',
        credentials: 'omit',
      });
      token = nextOf(JSON.parse(await response.text()) as Record<string, Record<string, unknown>>);
    } while (typeof token === 'string' && token !== '');
  };

  const start = performance.now();
  await fetchPages('/orders?page_size=50', (body) => body.pagination?.next_page_token);
  await fetchPages('/listings?page_size=50', (body) =>
    body.pagination?.has_more === true ? body.pagination.pagination_token : '',
  );
  const writing = floor.transaction(names, 'readwrite');
  for (const name of names) for (const row of rows.get(name) ?? []) writing.objectStore(name).put(row);
  await committed(writing);
  const took = performance.now() - start;
  floor.close();
  books.close();
  return took;
}
