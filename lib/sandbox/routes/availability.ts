import type { CatalogueItem } from '../catalogue/item';
import { grades } from '../market/calibration';
import type { Variant } from '../market/market';
import { unit } from '../random/random';
import { highestOffer, lowestAsk, quoteTime } from '../world/offers';
import { variantKey } from '../world/own-book';
import { salesSeen } from '../world/sales-seen';
import type { World } from '../world/world';

/** Which pairs a pricing question is about. */
export interface Basis {
  /** Null pools both. */
  readonly consigned: boolean | null;
  /** Null asks globally. */
  readonly region: string | null;
}

interface WireAvailability {
  readonly lowest_listing_price_cents: string;
  readonly highest_offer_price_cents: string;
  readonly last_sold_listing_price_cents: string;
  readonly global_indicator_price_cents: string;
}

function wire(ask: number, offer: number, lastSold: number, indicator: number): WireAvailability {
  return {
    lowest_listing_price_cents: String(ask),
    highest_offer_price_cents: String(offer),
    last_sold_listing_price_cents: String(lastSold),
    global_indicator_price_cents: String(indicator),
  };
}

const none = wire(0, 0, 0, 0);

/** Last sale of each grade: one walk back through the size's sales. */
function lastSales(world: World, variant: Variant, basis: Basis, nowMs: number): Map<number, number> {
  const last = new Map<number, number>();
  for (const sale of salesSeen(world, variant, nowMs)) {
    if (last.has(sale.grade)) continue;
    if (basis.consigned !== null && sale.consigned !== basis.consigned) continue;
    if (basis.region !== null && sale.region !== basis.region) continue;
    last.set(sale.grade, sale.priceCents);
    if (last.size === grades.length) break;
  }
  return last;
}

function availabilityOf(
  world: World,
  variant: Variant,
  grade: number,
  basis: Basis,
  lastSold: number,
  nowMs: number,
): WireAvailability {
  const ask = lowestAsk(world, variant, grade, basis.consigned, nowMs);
  const offer = highestOffer(world, variant, grade, nowMs);
  if (basis.region === null) return wire(ask, offer, lastSold, 0);
  // The thin region of the recording has asks for new pairs in good boxes only.
  const there = ask > 0 && (basis.region !== '1' || grade === 0);
  const regional = there ? variant.regional(ask, basis.region, grade) : 0;
  return wire(regional, offer, lastSold, variant.indicatorAt(quoteTime(nowMs), basis.region, grade) ?? 0);
}

/** One variant; sizes the model does not come in have nothing. */
export function oneAvailability(
  world: World,
  item: CatalogueItem,
  us: number,
  grade: number,
  basis: Basis,
): WireAvailability {
  const variant = world.market.variant(item, us);
  if (variant === undefined) return none;
  const nowMs = world.clock.now();
  return availabilityOf(world, variant, grade, basis, lastSales(world, variant, basis, nowMs).get(grade) ?? 0, nowMs);
}

function row(us: number, grade: number, basis: Basis, availability: WireAvailability): Record<string, unknown> {
  return {
    size: us,
    product_condition: grades[grade]?.product,
    packaging_condition: grades[grade]?.packaging,
    ...(basis.consigned === null ? {} : { consigned: basis.consigned }),
    availability,
  };
}

/** Rows for sizes no shoe has, as alias sends them: 0 with prices, 40 without. */
function bogusRows(item: CatalogueItem, basis: Basis): [Record<string, unknown>, Record<string, unknown>] {
  const cents = Math.round(item.entry.level) * 100;
  const first = basis.region === null && basis.consigned !== true ? wire(cents, cents + 900, cents + 1900, 0) : none;
  return [row(basis.region === null ? 0 : 0.5, 0, basis, first), row(40, 0, basis, none)];
}

/** Not every grade has a row for every size; new in a good box always has, and so has what the seller lists. */
function hasRow(world: World, variant: Variant, grade: number): boolean {
  if (grade === 0 || unit(variant.size.seed, 0x20, grade) < 0.62) return true;
  return world.ownBook.cheapest(variantKey(variant.item.catalogId, variant.size.us, grade), null) !== undefined;
}

function variantRows(world: World, variant: Variant, basis: Basis, nowMs: number): Record<string, unknown>[] {
  const last = lastSales(world, variant, basis, nowMs);
  return grades.flatMap((_, grade) =>
    hasRow(world, variant, grade)
      ? [row(variant.size.us, grade, basis, availabilityOf(world, variant, grade, basis, last.get(grade) ?? 0, nowMs))]
      : [],
  );
}

/** All sizes and grades of a model, smallest size first, in one answer. */
export function allAvailabilities(world: World, item: CatalogueItem, basis: Basis): Record<string, unknown>[] {
  const nowMs = world.clock.now();
  const [head, tail] = bogusRows(item, basis);
  const variants = world.market.variants(item).toSorted((a, b) => a.size.us - b.size.us);
  return [head, ...variants.flatMap((variant) => variantRows(world, variant, basis, nowMs)), tail];
}
