import {
  Dexie,
  type DBCore,
  type DBCoreMutateRequest,
  type DBCoreMutateResponse,
  type DBCoreTable,
  type Middleware,
} from 'dexie';
import { DatabaseError, toDatabaseError } from './database-error';

/**
 * Stands in front of every write: refuses them all when a newer build wrote the database (old code would write rows
 * the new schema does not know), and says "full" in our words when the browser has no room.
 */
export function writeGuard(db: { readonly isNewerThanCode: boolean }): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'write-guard',
    create: (core) => ({ ...core, table: (name) => guardTable(core.table(name), db) }),
  };
}

function guardTable(table: DBCoreTable, db: { readonly isNewerThanCode: boolean }): DBCoreTable {
  const mutate = (request: DBCoreMutateRequest): Promise<DBCoreMutateResponse> => {
    if (db.isNewerThanCode) return Dexie.Promise.reject(new DatabaseError('newer-schema'));
    return table.mutate(request).catch((error: unknown) => Dexie.Promise.reject(toDatabaseError(error) ?? error));
  };
  return { ...table, mutate };
}
