import * as z from 'zod';
import { send, type App, type AppContext } from '../http/env';
import { faultsSchema, type FaultBox } from '../http/faults';
import { invalid, Refusal } from '../http/refusal';
import { checkPrice, knownItem } from '../world/listing-input';
import { findListing } from '../world/listing-actions';
import { changeListingStatus, sell } from '../world/sell';
import { isoOf, listingStatus, type WireListing } from '../world/wire';
import { listingKey, touchListing, type World } from '../world/world';

export interface Control {
  readonly world: World;
  readonly faults: FaultBox;
  readonly ledgerCsv: string;
  /** Moves time and plays what happens in it. */
  advance(ms: number): void;
}

const advanceBody = z.strictObject({
  ms: z
    .number()
    .int()
    .min(1)
    .max(400 * 86_400_000),
});
const sellBody = z.strictObject({ listingId: z.string() });
const moveAskBody = z.strictObject({ listingId: z.string(), askCents: z.number().int().min(1).nullable() });
const editBody = z.strictObject({
  listingId: z.string(),
  priceCents: z.number().int().optional(),
  status: z.enum(['active', 'inactive', 'deleted']).optional(),
});

function bodyOf<T>(context: AppContext, schema: z.ZodType<T>): T {
  let body: unknown = null;
  try {
    body = JSON.parse(context.env.body === '' ? '{}' : context.env.body);
  } catch {
    throw invalid('invalid JSON body');
  }
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw invalid(z.prettifyError(parsed.error));
  return parsed.data;
}

function countBy<T>(rows: readonly T[], key: (row: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[key(row)] = (counts[key(row)] ?? 0) + 1;
  return counts;
}

/** Doors for tests and demos. alias has none of them. */
export function registerControl(app: App, control: Control): void {
  const { world, faults } = control;

  app.get('/state', (context) =>
    send(context, {
      now: isoOf(world.clock.now()),
      seed: world.seed,
      listings: countBy(world.listings.newestFirst(), (listing) => listing.status),
      orders: countBy(world.orders.newestFirst(), (order) => order.status),
      batches: world.batches.size,
      faults: faults.faults,
    }),
  );

  app.get('/log', (context) => send(context, { requests: world.journal.requests, effects: world.journal.effects }));

  app.get('/ledger.csv', (context) =>
    context.body(control.ledgerCsv, 200, { 'content-type': 'text/csv; charset=utf-8' }),
  );

  app.post('/faults', (context) => {
    faults.set(bodyOf(context, faultsSchema));
    return send(context, faults.faults);
  });

  app.post('/advance', (context) => {
    control.advance(bodyOf(context, advanceBody).ms);
    return send(context, { now: isoOf(world.clock.now()) });
  });

  app.post('/sell', (context) => {
    const listing = findListing(world, bodyOf(context, sellBody).listingId);
    if (listing.status !== listingStatus.active) throw new Refusal(9, `listing is ${listing.status}`);
    return send(context, { order: sell(world, listing, Number(listing.price_cents), world.clock.now()) });
  });

  app.post('/edit', (context) => {
    const change = bodyOf(context, editBody);
    const listing = findListing(world, change.listingId);
    editElsewhere(world, listing, change);
    return send(context, { listing });
  });

  app.post('/move-ask', (context) => {
    const { listingId, askCents } = bodyOf(context, moveAskBody);
    const key = listingKey(world, findListing(world, listingId));
    world.rivalAsks.set(key, askCents);
    world.journal.effect('market/ask', key, askCents === null ? {} : { to: String(askCents) });
    return send(context, { variant: key, askCents });
  });
}

/** A change as the seller would make it in alias's own app; never settles by itself. */
function editElsewhere(world: World, listing: WireListing, change: z.infer<typeof editBody>): void {
  const now = world.clock.now();
  if (change.priceCents !== undefined) {
    checkPrice(knownItem(world, listing.catalog_id), change.priceCents);
    world.journal.effect('listing/price', listing.id, { from: listing.price_cents, to: String(change.priceCents) });
    listing.price_cents = String(change.priceCents);
    listing.updated_at = isoOf(now);
    touchListing(world, listing);
  }
  if (change.status !== undefined) {
    if (change.status === 'active' && listing.activated_at === '') listing.activated_at = isoOf(now);
    changeListingStatus(world, listing, listingStatus[change.status], now);
  }
}
