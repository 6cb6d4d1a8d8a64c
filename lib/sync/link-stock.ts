import { rowsByKey } from '@/lib/db/repositories/rows-by-key';
import type { StyleCode } from '@/lib/domain/catalog/style-code';
import type { Pair } from '@/lib/domain/inventory/pair';
import { findAllowedSize } from '@/lib/domain/sizes/allowed-sizes';
import { ageOf, DAY_MS } from '@/lib/domain/time/instant';
import { commit } from './commit';
import { soughtAt } from './find-product';
import type { SyncDeps, SyncRun } from './sync-run';

/** The catalogue grows: a code it did not have is looked up again after this long. */
const SEEK_AGAIN_MS = 7 * DAY_MS;

type Unlinked = Pair & { readonly styleCode: StyleCode };

/** In stock by the seller's own word: a style code, but no catalogue item, so it has no picture and no market. */
function isUnlinked(pair: Pair): pair is Unlinked {
  return pair.catalogId === null && pair.styleCode !== null && pair.deletedAt === null;
}

/**
 * Gives pairs in stock that name only a style code the catalogue item of exactly that code, where the books know one and
 * only one and it comes in the pair's size. Anything less certain is left alone.
 *
 * @returns style codes of stock that no item in the books has, for a look into the catalogue
 */
export async function linkStock(deps: SyncDeps, run: SyncRun): Promise<readonly StyleCode[]> {
  const { db } = deps;
  const unlinked = (await db.inventory.where('status').equals('in-stock').toArray()).filter(isUnlinked);
  if (unlinked.length === 0) return [];
  const codes = [...new Set(unlinked.map(({ styleCode }) => styleCode))];
  const products = await rowsByKey(db.products, 'styleCode', codes);
  const itemsOf = new Map(codes.map((code) => [code, products.filter(({ styleCode }) => styleCode === code)]));
  const matches = unlinked.flatMap((pair) => {
    const [item, ...others] = itemsOf.get(pair.styleCode) ?? [];
    const fits = item !== undefined && others.length === 0 && findAllowedSize(item, pair.size) !== null;
    return fits ? [{ pairId: pair.id, catalogId: item.catalogId }] : [];
  });
  if (matches.length > 0) await link(deps, run, matches);
  const unknown = codes.filter((code) => itemsOf.get(code)?.length === 0);
  const sought = await Promise.all(unknown.map((code) => soughtAt(deps, code)));
  const now = deps.clock.now();
  return unknown.filter((_, nth) => {
    const at = sought[nth] ?? null;
    return at === null || ageOf(at, now) >= SEEK_AGAIN_MS;
  });
}

async function link(
  deps: SyncDeps,
  run: SyncRun,
  matches: readonly { readonly pairId: string; readonly catalogId: string }[],
): Promise<void> {
  const { db } = deps;
  const now = deps.clock.now();
  await commit(deps, run, {
    tables: [db.inventory],
    rejected: [],
    now,
    write: async () => {
      const pairs = await db.inventory.bulkGet(matches.map(({ pairId }) => pairId));
      // Read again inside: the seller may have changed or deleted one meanwhile.
      const linked = matches.flatMap(({ catalogId }, nth) => {
        const pair = pairs[nth];
        return pair !== undefined && isUnlinked(pair) ? [{ ...pair, catalogId, updatedAt: now }] : [];
      });
      await db.inventory.bulkPut(linked);
      return linked.length;
    },
  });
}
