import type { DBCore } from 'dexie';
import type { ArchvdDatabase } from '@/lib/db/database';

/** The worker is gone: whatever it still tries, nothing of it happens. */
class Killed extends Error {
  override readonly name = 'Killed';
}

/** A dead worker does nothing more; counted so that a test can kill it at any await. */
export interface Life {
  points: number;
  dieAt: number;
  dead: boolean;
  /** Told of every point, so that something else can happen at it. */
  at?: (point: number) => void;
}

export function step(life: Life): void {
  life.points += 1;
  const { at, points } = life;
  // Whatever happens there is no part of the transaction that has just come to this point.
  if (at !== undefined) setImmediate(() => at(points));
  if (life.points >= life.dieAt) life.dead = true;
  if (life.dead) throw new Killed('the worker is gone');
}

/** Makes every request of a database one point at which its worker may die. */
export function mortal(db: ArchvdDatabase, life: Life): ArchvdDatabase {
  const guard =
    <A, R>(call: (argument: A) => Promise<R>) =>
    (argument: A): Promise<R> => {
      try {
        step(life);
      } catch (error) {
        return Promise.reject(error instanceof Error ? error : new Killed());
      }
      return call(argument);
    };
  db.use({
    stack: 'dbcore',
    name: 'mortal',
    create: (core: DBCore) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return {
          ...table,
          mutate: guard(table.mutate.bind(table)),
          get: guard(table.get.bind(table)),
          getMany: guard(table.getMany.bind(table)),
          query: guard(table.query.bind(table)),
          openCursor: guard(table.openCursor.bind(table)),
          count: guard(table.count.bind(table)),
        };
      },
    }),
  });
  return db;
}
