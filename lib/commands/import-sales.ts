import type { ImportChangeRow } from '@/lib/db/money-rows';
import { fxRatesByDay } from '@/lib/db/repositories/fx';
import { rowsByKey } from '@/lib/db/repositories/rows-by-key';
import { readToldSales, type ToldSales } from '@/lib/db/repositories/told-sales';
import { withoutAfterSale } from '@/lib/domain/imports/after-sale';
import type { SaleEntry } from '@/lib/domain/imports/entry';
import { detailsOfEntry } from '@/lib/domain/imports/details-of-entry';
import { mergeSale } from '@/lib/domain/imports/merge-sale';
import { isImportStandIn, soldPair, standInAs } from '@/lib/domain/imports/sold-pair';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { FxRate } from '@/lib/domain/money/fx';
import type { Sale } from '@/lib/domain/sales/sale';
import type { Instant } from '@/lib/domain/time/instant';
import type { CommandDeps } from './command-deps';
import { countImport, runningImport } from './import-begin';
import { learnBarcodes } from './learn-barcodes';
import { stampAfter } from './keep-undo';
import { listedOnMarket } from './listed-on-market';
import { settleSalesOf } from './settle-after-sale';

export interface SalesPiece {
  readonly importId: string;
  readonly entries: readonly SaleEntry[];
  /** Keys of sales that keep a pair of their own, whatever is in stock; `all`: every one. */
  readonly own: 'all' | ReadonlySet<string>;
  /** Whose rate of the day is kept with each sale. */
  readonly displayCurrency: CurrencyCode;
}

export interface PieceResult {
  readonly added: number;
  /** Known, and something that was missing was filled in. */
  readonly filled: number;
  readonly changed: number;
  readonly same: number;
  readonly conflicts: readonly { readonly line: number; readonly reason: string }[];
}

/**
 * Writes a piece of a file's sales, all of it or nothing. A sale that is known, by its number or from alias or the seller, is
 * never made a second time; it is filled in, or left alone and told. New ones get a pair that stands in until `settleSales`
 * finds the true one in stock.
 *
 * @throws CommandError `not-found` when the import was taken back meanwhile
 */
export async function importSales(deps: CommandDeps, piece: SalesPiece): Promise<PieceResult> {
  const { db } = deps;
  const tables = [
    db.sales,
    db.inventory,
    db.listings,
    db.imports,
    db.importChanges,
    db.payouts,
    db.fxRates,
    db.barcodes,
  ];
  return db.transaction('rw', tables, async () => {
    const row = await runningImport(deps, piece.importId);
    const work = new Work(deps, piece, await readKnown(deps, piece));
    for (const entry of piece.entries) work.take(entry);
    await work.write();
    // Refunds and fees of these sales may have come before them, in another file.
    await settleSalesOf(deps, piece.importId, piece.entries, work.earlier);
    const { added, filled, changed, same, conflicts } = work;
    await learnBarcodes(deps, piece.importId, piece.entries);
    await countImport(deps, row, { added, filled, changed, same, conflict: conflicts.length });
    return { added, filled, changed, same, conflicts };
  });
}

interface Known {
  readonly sales: ReadonlyMap<string, Sale>;
  readonly told: ToldSales;
  readonly payouts: ReadonlyMap<string, string>;
  readonly fxOf: ReadonlyMap<CurrencyCode, (at: Instant) => FxRate | null>;
}

const idOf = ({ platform, key }: Pick<SaleEntry, 'platform' | 'key'>): string => `${platform}|${key}`;

const placeOf = ({ marketplace, externalOrderId }: Sale): string => `${marketplace}|${externalOrderId}`;

async function readKnown(deps: CommandDeps, { entries, displayCurrency }: SalesPiece): Promise<Known> {
  const { db } = deps;
  const keys = entries.map(({ platform, key }) => [platform, key]);
  const sales = await rowsByKey(db.sales, '[marketplace+externalOrderId]', keys);
  const refs = new Map(
    entries
      .filter(({ payoutRef }) => payoutRef !== '')
      .map((entry) => [`${entry.platform}|${entry.payoutRef}`, [entry.platform, entry.payoutRef]]),
  );
  const payouts = refs.size === 0 ? [] : await rowsByKey(db.payouts, '[platform+ref]', [...refs.values()]);
  const fxOf = new Map<CurrencyCode, (at: Instant) => FxRate | null>();
  for (const currency of new Set(entries.map(({ price }) => price.currency)))
    if (currency !== displayCurrency) fxOf.set(currency, await fxRatesByDay(db, currency, displayCurrency));
  return {
    sales: new Map(sales.map((sale) => [placeOf(sale), sale])),
    told: await readToldSales(db, entries),
    payouts: new Map(payouts.map(({ platform, ref, id }) => [`${platform}|${ref}`, id])),
    fxOf,
  };
}

class Work {
  added = 0;
  filled = 0;
  changed = 0;
  same = 0;
  readonly conflicts: { line: number; reason: string }[] = [];
  /** Sales that were known, as they were. */
  readonly earlier = new Map<string, Sale>();
  readonly #sales = new Map<string, Sale>();
  /** Ids of those of them that are not in the books yet. */
  readonly #new = new Set<string>();
  readonly #pairs: Pair[] = [];
  readonly #changes: ImportChangeRow[] = [];
  /** Sales that are reversed now, or sold at another time: their pairs follow. */
  readonly #moved: Sale[] = [];

  constructor(
    readonly deps: CommandDeps,
    readonly piece: SalesPiece,
    readonly known: Known,
  ) {}

  take(entry: SaleEntry): void {
    const id = idOf(entry);
    const known = this.#sales.get(id) ?? this.known.sales.get(id) ?? this.#toldByNumber(entry);
    if (known !== undefined) return this.#merge(known, entry);
    const alike = this.known.told.looksLike(entry);
    if (alike) return void this.conflicts.push({ line: entry.line, reason: 'looks-told' });
    this.#add(entry);
  }

  /** As rows before this one have left it. */
  #toldByNumber(entry: SaleEntry): Sale | undefined {
    const told = this.known.told.byNumber(entry);
    return told === undefined ? undefined : (this.#sales.get(placeOf(told)) ?? told);
  }

  #merge(known: Sale, entry: SaleEntry): void {
    const merged = mergeSale(known, entry, this.known.payouts.get(`${entry.platform}|${entry.payoutRef}`) ?? null);
    if (merged.kind === 'same') return void (this.same += 1);
    if (merged.kind === 'conflict') return void this.conflicts.push({ line: entry.line, reason: merged.reason });
    const { deps, piece } = this;
    const stamp = stampAfter(known.updatedAt, deps.now());
    const sale: Sale = { ...merged.sale, updatedAt: stamp };
    const isOfPiece = this.#sales.has(placeOf(known));
    if (!isOfPiece)
      this.#changes.push({
        id: deps.newId(),
        importId: piece.importId,
        table: 'sales',
        rowId: known.id,
        before: { ...known },
        stamp,
      });
    this.#sales.set(placeOf(known), isOfPiece ? { ...sale, updatedAt: known.updatedAt } : sale);
    if (!this.earlier.has(known.id) && !this.#new.has(known.id)) this.earlier.set(known.id, known);
    this.#noteMoved(known, sale);
    if (merged.kind === 'filled') this.filled += 1;
    else this.changed += 1;
  }

  /** One that a refund reversed has no pair that could follow; what becomes of it is worked out with the refund. */
  #noteMoved(known: Sale, sale: Sale): void {
    const before = withoutAfterSale(known);
    if (known.status === 'reversed' && before.status !== 'reversed' && sale.status !== 'reversed') return;
    if (sale.status !== before.status || sale.soldAt !== before.soldAt) this.#moved.push(sale);
  }

  #add(entry: SaleEntry): void {
    const { deps, piece } = this;
    const now = deps.now();
    const isOwn = piece.own === 'all' || piece.own.has(idOf(entry)) || entry.cost !== null;
    const coming = { id: deps.newId(), now, importId: piece.importId };
    const pair = soldPair(entry, coming);
    // The pair of a sale that is none any more holds nothing: it goes with its sale.
    const deletedAt = entry.status === 'reversed' ? now : null;
    this.#pairs.push(deletedAt === null ? pair : { ...pair, deletedAt, soldAt: null, status: 'in-stock' });
    const id = deps.newId();
    this.#new.add(id);
    this.#sales.set(idOf(entry), {
      id,
      createdAt: now,
      updatedAt: now,
      marketplace: entry.platform,
      externalOrderId: entry.key,
      orderNumber: entry.orderNumber,
      pairId: pair.id,
      catalogId: '',
      name: entry.name,
      brand: entry.brand,
      rawSku: entry.rawSku || (entry.styleCode ?? ''),
      sizeValue: entry.size?.value ?? 0,
      soldAt: entry.soldAt,
      price: entry.price,
      payout: entry.payout,
      status: entry.status,
      fx: this.known.fxOf.get(entry.price.currency)?.(entry.soldAt) ?? null,
      charges: entry.charges,
      paid:
        entry.paidAt === null
          ? null
          : { at: entry.paidAt, payoutId: this.known.payouts.get(`${entry.platform}|${entry.payoutRef}`) ?? null },
      details: detailsOfEntry(entry, isOwn ? 'own' : 'auto'),
      reversal: entry.reversal,
      importId: piece.importId,
    });
    this.added += 1;
  }

  async write(): Promise<void> {
    const { db } = this.deps;
    const sales = [...this.#sales.values()];
    // What is there already is looked up by a put, key by key: new ones are added.
    await db.sales.bulkAdd(sales.filter(({ id }) => this.#new.has(id)));
    await db.sales.bulkPut(sales.filter(({ id }) => !this.#new.has(id)));
    await db.inventory.bulkAdd(this.#pairs);
    await db.importChanges.bulkAdd(this.#changes);
    await this.#movePairs();
  }

  /** What stands in for a sale goes with it; a pair of the stock that came back is put down, so that it can be sold again. */
  async #movePairs(): Promise<void> {
    const { db } = this.deps;
    const pairs = await db.inventory.bulkGet(this.#moved.map(({ pairId }) => pairId));
    const listed = await listedOnMarket(
      db,
      pairs.filter((pair) => pair !== undefined),
    );
    for (const [nth, sale] of this.#moved.entries()) {
      const pair = pairs[nth];
      if (pair === undefined) continue;
      const standIn = isImportStandIn(pair) ? standInAs(sale, pair, this.deps.now()) : null;
      if (standIn !== null) await db.inventory.put(standIn);
      else if (pair.status === 'sold' && sale.status !== 'reversed')
        await db.inventory.put({ ...pair, soldAt: sale.soldAt });
      else if (pair.status === 'sold') await this.#giveBack(pair, listed.has(pair.id));
    }
  }

  async #giveBack(pair: Pair, isListed: boolean): Promise<void> {
    const { deps, piece } = this;
    const stamp = stampAfter(pair.updatedAt, deps.now());
    await deps.db.inventory.put({ ...pair, status: isListed ? 'listed' : 'in-stock', soldAt: null, updatedAt: stamp });
    const change = { id: deps.newId(), importId: piece.importId, table: 'inventory', rowId: pair.id, stamp };
    await deps.db.importChanges.add({ ...change, before: { ...pair } });
  }
}
