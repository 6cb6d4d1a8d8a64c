import { DatabaseError } from './database-error';

/** What happened while opening; read when an open fails, to tell a failed upgrade from anything else. */
export interface OpenWatch {
  /** Highest schema the code declares. */
  declared: number;
  /** Native version an upgrade started from; null when none was needed or the database was new. */
  upgradedFrom: number | null;
}

/**
 * The browser's IndexedDB with one door closed: Dexie meets a database of a newer version by opening it as it is and,
 * when something it declares is missing there, **adds it and raises the version**. Old code must never change a newer
 * schema, so an open beyond what this build declares is refused.
 *
 * Native versions are Dexie's times ten (1 is 10); up to 9 in between are Dexie's own repairs of the same schema.
 */
export function guardFactory(factory: IDBFactory, watch: OpenWatch): IDBFactory {
  return {
    open(name: string, version?: number): IDBOpenDBRequest {
      if (version !== undefined && version >= (watch.declared + 1) * 10) throw new DatabaseError('newer-schema');
      const request = version === undefined ? factory.open(name) : factory.open(name, version);
      request.addEventListener('upgradeneeded', (event) => {
        watch.upgradedFrom = event.oldVersion > 0 ? event.oldVersion : null;
      });
      return request;
    },
    deleteDatabase: (name) => factory.deleteDatabase(name),
    databases: () => factory.databases(),
    cmp: (a, b) => factory.cmp(a, b),
  };
}
