import type { Product } from '@/lib/domain/catalog/product';
import { sameStyleCode, type StyleCode } from '@/lib/domain/catalog/style-code';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Condition, Packaging } from '@/lib/domain/listings/listing';
import type { Money } from '@/lib/domain/money/money';
import type { Size } from '@/lib/domain/sizes/size';
import type { Instant } from '@/lib/domain/time/instant';
import { checkAmount, checkPast, checkSize, checkTags, checkText, cleanTags, LONGEST, textOrNull } from './check-pair';
import { CommandError, type CommandDeps } from './command-deps';
import { keepUndo, stampAfter } from './keep-undo';
import { listedOnMarket } from './listed-on-market';
import { logPairs } from './log-pairs';

/** What to change; what is left out stays. */
export interface PairChanges {
  readonly cost?: Money | null;
  readonly otherCosts?: Money | null;
  readonly tagsAdd?: readonly string[];
  readonly tagsRemove?: readonly string[];
  readonly location?: string | null;
  readonly boughtAt?: Instant | null;
  readonly supplier?: string | null;
  readonly note?: string;
  /** `sold` and `listed` come from sales and listings. */
  readonly status?: 'in-stock' | 'returned' | 'consigned' | 'written-off';
  readonly condition?: Condition;
  readonly packaging?: Packaging;
  readonly name?: string;
  readonly brand?: string;
  readonly size?: Size;
  readonly styleCode?: StyleCode | null;
}

export interface EditResult {
  readonly changed: number;
  /**
   * Pairs of which something was left as it is: what shoes an alias listing offers is said there and would be read back
   * from there, and whether a pair is sold is up to its sale.
   */
  readonly kept: number;
  readonly undoId: string | null;
}

/** Pairs one command changes at most. */
const MOST = 10_000;

/**
 * Changes many pairs alike. Rows that already are as asked for are not written.
 *
 * @throws CommandError `bad-value` or `too-many`; `not-found` when none of the pairs is there
 */
export async function editPairs(
  deps: CommandDeps,
  pairIds: readonly string[],
  changes: PairChanges,
): Promise<EditResult> {
  const { db } = deps;
  const ids = [...new Set(pairIds)];
  if (ids.length > MOST)
    throw new CommandError('too-many', `At most ${MOST} pairs are changed at once. Nothing was changed.`);
  checkChanges(deps, changes);
  return db.transaction('rw', [db.inventory, db.listings, db.products, db.activity, db.undos], async () => {
    const found = (await db.inventory.bulkGet(ids)).filter((pair) => pair !== undefined && pair.deletedAt === null);
    const pairs = found.filter((pair) => pair !== undefined);
    if (ids.length > 0 && pairs.length === 0)
      throw new CommandError('not-found', 'These pairs are no longer in the books. Nothing was changed.');
    const listed = await listedOnMarket(db, asksListing(changes) ? pairs : []);
    const edits = pairs.map((pair) => ({ pair, ...editOf(pair, changes, listed.has(pair.id)) }));
    if (changes.size !== undefined)
      await checkSizes(
        deps,
        edits.map(({ pair, facts }) => ({ ...pair, ...facts })),
        changes.size,
      );
    const written = edits.flatMap(({ pair, facts }) => {
      const differing = differenceOf(pair, facts);
      const updatedAt = stampAfter(pair.updatedAt, deps.now());
      const after = { ...pair, ...facts, ...writeOffOf(pair, facts, updatedAt), updatedAt };
      return differing.length === 0 ? [] : [{ before: pair, after, differing }];
    });
    await keepEdits(deps, written);
    const undoId = await keepUndo(
      deps,
      'pairs/edit',
      written.map(({ before, after }) => ({ table: 'inventory' as const, before, after })),
    );
    return { changed: written.length, kept: edits.filter(({ kept }) => kept).length, undoId };
  });
}

/** The day of a write-off is kept by itself: every later change moves `updatedAt`. */
function writeOffOf(before: Pair, { status }: Partial<Pair>, at: Instant): Pick<Pair, 'writtenOffAt'> {
  if (status === undefined || status === before.status) return {};
  if (status === 'written-off') return { writtenOffAt: at };
  return before.status === 'written-off' ? { writtenOffAt: null } : {};
}

interface Written {
  readonly before: Pair;
  readonly after: Pair;
  readonly differing: readonly (keyof Pair)[];
}

async function keepEdits(deps: CommandDeps, written: readonly Written[]): Promise<void> {
  if (written.length === 0) return;
  await deps.db.inventory.bulkPut(written.map(({ after }) => after));
  const fields = [...new Set(written.flatMap(({ differing }) => differing))].map((field) => WORDS[field] ?? field);
  const pairIds = written.map(({ after }) => after.id);
  await logPairs(deps, { kind: 'pair/edit', summary: `Changed: ${fields.join(', ')}`, pairIds });
}

const WORDS: Partial<Record<keyof Pair, string>> = {
  otherCosts: 'other costs',
  boughtAt: 'bought on',
  styleCode: 'style code',
  packaging: 'box',
  catalogId: 'product',
};

function checkChanges(deps: CommandDeps, changes: PairChanges): void {
  checkText('The name', changes.name ?? '', LONGEST.name);
  checkText('The brand', changes.brand ?? '', LONGEST.brand);
  checkText('The supplier', changes.supplier ?? '', LONGEST.supplier);
  checkText('The location', changes.location ?? '', LONGEST.location);
  checkText('The note', changes.note ?? '', LONGEST.note);
  checkAmount('The cost', changes.cost ?? null);
  checkAmount('Other costs', changes.otherCosts ?? null);
  checkPast('purchase', changes.boughtAt, deps.now());
  checkTags(cleanTags(changes.tagsAdd ?? []));
}

/** Only these may be up to the listing; to look for thousands of listings takes as long as the change itself. */
function asksListing({ condition, packaging, size, styleCode, status }: PairChanges): boolean {
  return [condition, packaging, size, styleCode, status].some((asked) => asked !== undefined);
}

/** The fields of the pair as they are to be, and whether something asked for is not done to it. */
function editOf(pair: Pair, changes: PairChanges, listed: boolean): { facts: Partial<Pair>; kept: boolean } {
  const { tagsAdd, tagsRemove, status, condition, packaging, size, styleCode, ...plain } = changes;
  const shoes = withoutUndefined({ condition, packaging, size, ...productOf(pair, styleCode) });
  const keepsShoes = listed && differenceOf(pair, shoes).length > 0;
  // Of a pair that is offered "in stock" means that it is there after all: whether it is on sale, its listing says.
  const next = listed && status === 'in-stock' && pair.status !== 'in-stock' ? 'listed' : status;
  const keepsStatus = pair.status === 'sold' || next === pair.status;
  const facts: Partial<Pair> = {
    ...withoutUndefined(plain),
    ...(plain.location === undefined ? {} : { location: textOrNull(plain.location) }),
    ...(plain.supplier === undefined ? {} : { supplier: textOrNull(plain.supplier) }),
    ...(tagsAdd === undefined && tagsRemove === undefined ? {} : { tags: tagsOf(pair, tagsAdd, tagsRemove) }),
    ...(keepsShoes ? {} : shoes),
    ...(next === undefined || keepsStatus ? {} : { status: next }),
  };
  return { facts, kept: keepsShoes || (keepsStatus && status !== undefined && status !== pair.status) };
}

/** Another style code is another product; which one is not known. */
function productOf(pair: Pair, styleCode: StyleCode | null | undefined): Partial<Pair> {
  if (styleCode === undefined) return {};
  const same = styleCode !== null && pair.styleCode !== null && sameStyleCode(styleCode, pair.styleCode);
  return same || styleCode === pair.styleCode ? { styleCode } : { styleCode, catalogId: null };
}

function tagsOf(pair: Pair, added: readonly string[] = [], removed: readonly string[] = []): readonly string[] {
  const gone = new Set(cleanTags(removed));
  const tags = cleanTags([...pair.tags.filter((tag) => !gone.has(tag)), ...added]);
  checkTags(tags);
  return tags;
}

function withoutUndefined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

function differenceOf(pair: Pair, facts: Partial<Pair>): (keyof Pair)[] {
  return (Object.keys(facts) as (keyof Pair)[]).filter(
    (key) => JSON.stringify(facts[key]) !== JSON.stringify(pair[key]),
  );
}

async function checkSizes({ db }: CommandDeps, pairs: readonly Pair[], size: Size): Promise<void> {
  const ids = [...new Set(pairs.filter((pair) => pair.size === size).flatMap(({ catalogId }) => catalogId ?? []))];
  const products: Product[] = await db.products.where('catalogId').anyOf(ids).toArray();
  for (const product of products) checkSize(product, size);
}
