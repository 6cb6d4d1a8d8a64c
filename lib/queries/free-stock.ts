import type { ArchvdDatabase } from '@/lib/db/database';
import { isImportStandIn } from '@/lib/domain/imports/sold-pair';
import { kindOf } from '@/lib/domain/inventory/waiting-pairs';
import type { Pair } from '@/lib/domain/inventory/pair';

export interface PreviewOptions {
  /** Gives the page its turn between two pieces. */
  readonly breathe: () => Promise<void>;
  readonly signal: AbortSignal;
}

const CODES = 50;

export async function freeStock(
  db: ArchvdDatabase,
  codes: readonly string[],
  { breathe, signal }: PreviewOptions,
): Promise<ReadonlyMap<string, readonly Pair[]>> {
  const stock = new Map<string, Pair[]>();
  for (let at = 0; at < codes.length; at += CODES) {
    signal.throwIfAborted();
    const pairs = await db.inventory
      .where('styleCode')
      .anyOf(codes.slice(at, at + CODES))
      .toArray();
    for (const pair of pairs) {
      const isFree = pair.deletedAt === null && (pair.status === 'in-stock' || pair.status === 'listed');
      if (!isFree || pair.boughtAt === null || pair.styleCode === null || isImportStandIn(pair)) continue;
      const kind = kindOf(pair.styleCode, pair.size);
      stock.set(kind, [...(stock.get(kind) ?? []), pair]);
    }
    await breathe();
  }
  return stock;
}
