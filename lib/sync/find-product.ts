import { sameStyleCode, styleCodeKey, type StyleCode } from '@/lib/domain/catalog/style-code';
import type { Priority } from '@/lib/domain/throttle/priority';
import type { Instant } from '@/lib/domain/time/instant';
import { searchCatalogue } from './search-catalogue';
import { freshCursor, type SyncDeps } from './sync-run';

/**
 * Looks a style code up in the marketplace's catalogue and keeps what it finds. The search is remembered, so that a page
 * whose product the catalogue does not have does not ask again and again.
 *
 * @returns the catalogue ids of exactly this code: none, one, or several where the catalogue has it more than once
 * @throws MarketError whatever the marketplace refused; nothing was changed
 * @example `DD1391-100` finds `DD1391 100`, and not the `DD1391 103` that stands beside it
 */
export async function findProduct(
  deps: SyncDeps,
  styleCode: StyleCode,
  priority: Priority = 'user',
): Promise<readonly string[]> {
  const { products } = await searchCatalogue(deps, styleCode, null, priority);
  const exact = products.filter((item) => sameStyleCode(item.styleCode ?? item.rawSku, styleCode));
  await noteSought(deps, styleCode, exact.length);
  return exact.map((item) => item.catalogId);
}

/** Remembers that a style code was looked up, and how many items of it there were. */
export async function noteSought({ db, clock }: SyncDeps, styleCode: StyleCode, items: number): Promise<void> {
  const now = clock.now();
  await db.cursors.put({ ...freshCursor(soughtId(styleCode), { now }), finishedAt: now, items });
}

/** When a style code was last looked up; null: never. */
export async function soughtAt({ db }: Pick<SyncDeps, 'db'>, styleCode: StyleCode): Promise<Instant | null> {
  return (await db.cursors.get(soughtId(styleCode)))?.finishedAt ?? null;
}

/** Among the reminders that housekeeping drops when nobody asks any more. */
function soughtId(styleCode: StyleCode): string {
  return `alias/unknown-product/style:${styleCodeKey(styleCode)}`;
}
