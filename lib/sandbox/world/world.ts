import type { Catalogue } from '../catalogue/catalogue';
import type { CatalogueItem } from '../catalogue/item';
import { grades } from '../market/calibration';
import type { Market, Variant } from '../market/market';
import type { MarketSale } from '../market/sales';
import { mix, randomFrom, type Random } from '../random/random';
import { uuidV7 } from '../random/uuid';
import type { Batch } from './batch';
import type { SandboxClock } from './clock';
import type { DemoLife } from './demo-life';
import { createJournal, type Journal } from './journal';
import { createOwnBook, variantKey, type OwnBook } from './own-book';
import { createRivalAsks, type RivalAsks } from './rival-asks';
import { createRowStore, type RowStore } from './row-store';
import { isoOf, type WireListing, type WireOrder } from './wire';

export interface WirePicture {
  readonly id: string;
  readonly listing_id: string;
  readonly type: string;
  readonly order: number;
  readonly url: string;
}

/** Everything there is: the market, the seller's part in it, and what was done. */
export interface World {
  readonly seed: number;
  readonly catalogue: Catalogue;
  readonly market: Market;
  readonly clock: SandboxClock;
  readonly listings: RowStore<WireListing>;
  readonly orders: RowStore<WireOrder>;
  readonly openOrders: Set<WireOrder>;
  readonly pictures: Map<string, WirePicture>;
  readonly batches: Map<string, Batch>;
  /** Those not worked off yet, oldest first. */
  readonly openBatches: Set<Batch>;
  readonly ownBook: OwnBook;
  readonly rivalAsks: RivalAsks;
  readonly journal: Journal;
  readonly random: Random;
  /** Offers that a sale of ours has used up, by variant; gone again when the market has moved on. */
  readonly takenOffers: Map<string, { readonly cents: number; readonly untilMs: number }[]>;
  /** Sales of ours since the start by model and size, newest first. */
  readonly ownSales: Map<string, readonly MarketSale[]>;
  readonly maxOperations: number;
  /** Chance that a buyer who could take one of our pairs does; 0 turns buyers off. */
  readonly buyerShare: number;
  /** Null: only what the market itself brings. */
  readonly life: DemoLife | null;
  /** Simulated time at the start. */
  readonly begunAt: number;
  /** Up to where buyers and order progress were played. */
  playedUntil: number;
  /** When it was looked at last, in both times. */
  settled: { readonly elapsed: number; readonly now: number };
  newId(atMs: number): string;
}

export interface WorldSetup {
  readonly seed: number;
  readonly catalogue: Catalogue;
  readonly market: Market;
  readonly clock: SandboxClock;
  readonly maxOperations: number;
  readonly buyerShare: number;
  readonly life: DemoLife | null;
}

export function createWorld(setup: WorldSetup): World {
  const random = randomFrom(mix(setup.seed, 0x77));
  return {
    ...setup,
    listings: createRowStore<WireListing>((listing) => listing.created_at),
    orders: createRowStore<WireOrder>((order) => order.sold_at),
    openOrders: new Set(),
    pictures: new Map(),
    batches: new Map(),
    openBatches: new Set(),
    ownBook: createOwnBook(),
    rivalAsks: createRivalAsks(),
    journal: createJournal(() => isoOf(setup.clock.now())),
    random,
    takenOffers: new Map(),
    ownSales: new Map(),
    begunAt: setup.clock.now(),
    playedUntil: setup.clock.now(),
    settled: { elapsed: setup.clock.elapsed(), now: setup.clock.now() },
    newId: (atMs) => uuidV7(atMs, random),
  };
}

/** Index into `grades` of a listing's condition (`CONDITION_…` or `PRODUCT_CONDITION_…`) and box; -1 if there is none. */
export function gradeOf(condition: string, packaging: string): number {
  const product = condition.startsWith('PRODUCT_') ? condition : `PRODUCT_${condition}`;
  return grades.findIndex((grade) => grade.product === product && grade.packaging === packaging);
}

/** US number that a catalogue size is priced by. */
function usSizeOf(item: CatalogueItem, value: number): number | undefined {
  return item.wire.allowed_sizes.find((size) => size.value === value)?.us_size_equivalent;
}

export function listingKey(world: World, listing: WireListing): string {
  const item = world.catalogue.get(listing.catalog_id);
  const us = item === undefined ? listing.size : (usSizeOf(item, listing.size) ?? listing.size);
  return variantKey(listing.catalog_id, us, gradeOf(listing.condition, listing.packaging_condition));
}

export function variantOf(world: World, listing: WireListing): Variant | undefined {
  const item = world.catalogue.get(listing.catalog_id);
  const us = item === undefined ? undefined : usSizeOf(item, listing.size);
  return item === undefined || us === undefined ? undefined : world.market.variant(item, us);
}

/** To be called after every change of a listing in place. */
export function touchListing(world: World, listing: WireListing): void {
  world.listings.touch(listing);
  world.ownBook.update(listing, listingKey(world, listing));
}
