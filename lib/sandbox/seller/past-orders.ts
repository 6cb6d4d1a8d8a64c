import { grades } from '../market/calibration';
import type { Variant } from '../market/market';
import { DAY_MS, HOUR_MS } from '../market/time';
import { PAPERS } from '../papers/papers';
import { hashText, unit, type Random } from '../random/random';
import { labelOf } from '../world/order-actions';
import { CONFIRM_MS, purchaseOrderNumber, salesChannel, SHIP_MS } from '../world/sell';
import { fulfillmentStatus, isoOf, orderStatus, type WireOrder } from '../world/wire';
import type { World } from '../world/world';
import { catalogueSize, createVariantDraw } from './draw-variant';
import { payoutCents } from './fees';

export interface PastOrder {
  readonly order: WireOrder;
  readonly variant: Variant;
  readonly listedAtMs: number;
  readonly grade: number;
}

type Stage = 'unconfirmed' | 'confirmed' | 'labelled' | 'shipped' | 'moving' | 'delivered' | 'completed' | 'cancelled';

/** Per stage: share of all orders, at least so many, and the age in hours since the sale that fits it. */
const stages: readonly (readonly [stage: Stage, share: number, least: number, fromHours: number, toHours: number])[] = [
  ['unconfirmed', 0.008, 3, 0.5, 36],
  ['confirmed', 0.007, 3, 20, 60],
  ['labelled', 0.007, 2, 30, 75],
  ['shipped', 0.006, 2, 60, 90],
  ['moving', 0.012, 4, 80, 150],
  ['delivered', 0.01, 4, 150, 220],
];
const CANCELLED_SHARE = 0.055;
const OLDEST_DAYS = 425;
const YOUNGEST_DONE_DAYS = 10;

/** The seller's orders of the last 14 months, in every state an order can be in. Oldest first. */
export function drawPastOrders(world: World, random: Random, count: number): PastOrder[] {
  const draw = createVariantDraw(world, random, () => true);
  const wanted: { readonly stage: Stage; readonly ageHours: number }[] = [];
  for (const [stage, share, least, from, to] of stages) {
    const number = Math.min(count - wanted.length, Math.max(least, Math.round(count * share)));
    for (let i = 0; i < number; i++) wanted.push({ stage, ageHours: from + random() * (to - from) });
  }
  while (wanted.length < count) {
    const days = YOUNGEST_DONE_DAYS + random() * (OLDEST_DAYS - YOUNGEST_DONE_DAYS);
    wanted.push({ stage: random() < CANCELLED_SHARE ? 'cancelled' : 'completed', ageHours: days * 24 });
  }
  wanted.sort((a, b) => b.ageHours - a.ageHours);
  return wanted.map(({ stage, ageHours }) => drawOrder(world, random, draw(), stage, ageHours));
}

function drawOrder(world: World, random: Random, variant: Variant, stage: Stage, ageHours: number): PastOrder {
  const soldMs = Math.floor(world.clock.now() - ageHours * HOUR_MS);
  const listedAtMs = soldMs - (0.3 + 50 * random() ** 2) * DAY_MS;
  const grade = random() < 0.93 ? 0 : Math.floor(random() * grades.length);
  const fair = variant.fairAt(soldMs) * (grades[grade]?.factor ?? 1) * (0.97 + 0.08 * random());
  const { minimumCents, maximumCents } = variant.item;
  const priceCents = Math.min(maximumCents, Math.max(minimumCents, Math.round(fair) * 100));
  const listingId = world.newId(listedAtMs);
  const order: WireOrder = {
    id: world.newId(soldMs),
    status: orderStatus.unconfirmed,
    catalog_id: variant.item.catalogId,
    catalog_name: variant.item.wire.name,
    catalog_brand: variant.item.wire.brand,
    catalog_sku: variant.item.wire.sku,
    size: catalogueSize(variant),
    price_cents: String(priceCents),
    price_cents_after_take: String(payoutCents(priceCents)),
    sales_channel: salesChannel(listingId),
    purchase_order_number: purchaseOrderNumber(listingId),
    listing_id: listingId,
    sold_at: isoOf(soldMs),
    updated_at: isoOf(soldMs),
  };
  bringToStage(world, order, stage, soldMs);
  return { order, variant, listedAtMs, grade };
}

/** Writes the fields an order of this stage has; nothing ever happens later than now. */
function bringToStage(world: World, order: WireOrder, stage: Stage, soldMs: number): void {
  const now = world.clock.now();
  const draw = (step: number): number => unit(hashText(order.id), 0x700 + step);
  const span = Math.min(now - soldMs, 9 * DAY_MS);
  const at = (part: number): number => Math.floor(soldMs + span * part);
  if (stage === 'unconfirmed') {
    order.cancels_at = isoOf(soldMs + CONFIRM_MS);
    return;
  }
  order.updated_at = isoOf(at(0.1 + 0.05 * draw(1)));
  order.status = stage === 'cancelled' ? orderStatus.cancelled : orderStatus.confirmed;
  if (stage === 'cancelled') return;
  if (stage === 'confirmed') order.cancels_at = isoOf(at(0.12) + SHIP_MS);
  if (stage === 'confirmed') return;
  const labelMs = at(0.2 + 0.1 * draw(2));
  Object.assign(order, labelOf(order, draw(3) < 0.85 ? 'LABEL_TYPE_SHIPPING' : 'LABEL_TYPE_DROPOFF'));
  if (draw(4) < 0.06) order.customs_declaration = customsOf(order);
  Object.assign(order, {
    status: orderStatus.labelled,
    label_generated_at: isoOf(labelMs),
    updated_at: isoOf(labelMs),
  });
  if (stage === 'labelled') order.cancels_at = isoOf(labelMs + SHIP_MS);
  if (stage === 'labelled') return;
  const transitMs = at(0.35 + 0.1 * draw(5));
  const fulfillment =
    stage === 'shipped'
      ? fulfillmentStatus.shipped
      : stage === 'moving'
        ? fulfillmentStatus.inTransit
        : fulfillmentStatus.delivered;
  Object.assign(order, {
    status: stage === 'completed' ? orderStatus.completed : orderStatus.inTransit,
    fulfillment_status: fulfillment,
    in_transit_at: isoOf(transitMs),
    updated_at: isoOf(stage === 'shipped' ? transitMs : at(0.7 + 0.3 * draw(6))),
  });
}

function customsOf(order: WireOrder): NonNullable<WireOrder['customs_declaration']> {
  return {
    commercial_invoice_url: `${PAPERS}${order.purchase_order_number}/invoice.pdf`,
    declared_customs_value_cents: order.price_cents,
  };
}
