import type { IntervalTree, ObservabilitySet } from 'dexie';

/** Primary keys whose rows were written or deleted; `all` when they cannot be told one by one. */
export type ChangedKeys = ReadonlySet<string> | 'all';

export interface Changes {
  readonly inventory: ChangedKeys;
  readonly products: ChangedKeys;
}

/**
 * What a committed transaction changed of the tables a list of pairs is made of.
 *
 * @param parts as Dexie's `storagemutated` tells it: ranges of primary keys under `idb://<database>/<table>/`
 */
export function changedKeys(database: string, parts: ObservabilitySet): Changes {
  const of = (table: string): ChangedKeys =>
    parts['all'] === undefined ? keysOf(parts[`idb://${database}/${table}/`]) : 'all';
  return { inventory: of('inventory'), products: of('products') };
}

export function mergeChanges(a: Changes, b: Changes): Changes {
  return { inventory: merge(a.inventory, b.inventory), products: merge(a.products, b.products) };
}

function merge(a: ChangedKeys, b: ChangedKeys): ChangedKeys {
  return a === 'all' || b === 'all' ? 'all' : new Set([...a, ...b]);
}

function keysOf(ranges: IntervalTree | null | undefined): ChangedKeys {
  const keys = new Set<string>();
  const isTold = (node: IntervalTree | null | undefined): boolean => {
    if (!node || !('from' in node)) return true;
    if (typeof node.from !== 'string' || node.from !== node.to) return false;
    keys.add(node.from);
    return isTold(node.l) && isTold(node.r);
  };
  return isTold(ranges) ? keys : 'all';
}
