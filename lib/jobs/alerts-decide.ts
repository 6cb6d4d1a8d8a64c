import type { ArchvdDatabase } from '@/lib/db/database';
import type { AlertEventRow, AlertRow } from '@/lib/db/watching-rows';
import { sourceOf, type AlertReading } from '@/lib/domain/alerts/alert-reading';
import { decideAlert, type AlertDecision } from '@/lib/domain/alerts/decide-alert';
import { asksOver, readingOf, type ProductMarket } from '@/lib/domain/alerts/product-market';
import type { Product } from '@/lib/domain/catalog/product';
import { HOUR_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { readPricesOver, readProductMarket, readSales } from '@/lib/queries/product-market';

/** What all alerts of one look have in common. */
export interface AlertsGround extends Pick<AlertReading, 'fees' | 'buying' | 'rates' | 'offsetAt'> {
  readonly regionId: string | null;
  readonly mostPerDay: number;
  /** What rang today. */
  readonly rung: Rung;
  readonly now: Instant;
}

export interface DecidedAlert {
  readonly alert: AlertRow;
  readonly decision: AlertDecision;
  readonly product: Product | null;
}

/** How often alerts and watched items rang today; counts what is decided to ring as well. */
export interface Rung {
  readonly ofAlert: Map<string, number>;
  readonly ofItem: Map<string, number>;
}

export function countRung(events: readonly Pick<AlertEventRow, 'alertId' | 'itemId'>[]): Rung {
  const rung: Rung = { ofAlert: new Map(), ofItem: new Map() };
  for (const { alertId, itemId } of events) noteRung(rung, alertId, itemId);
  return rung;
}

function noteRung({ ofAlert, ofItem }: Rung, alertId: string, itemId: string | null): void {
  ofAlert.set(alertId, (ofAlert.get(alertId) ?? 0) + 1);
  if (itemId !== null) ofItem.set(itemId, (ofItem.get(itemId) ?? 0) + 1);
}

/** Decides the alerts of one product, the older first, so that the cap of an item always takes the same ones. */
export async function decideProduct(
  db: ArchvdDatabase,
  catalogId: string,
  alerts: readonly AlertRow[],
  ground: AlertsGround,
): Promise<readonly DecidedAlert[]> {
  const { regionId, now } = ground;
  const { product, market } = await readProductMarket(db, { catalogId, regionId, salesOf: [], now });
  const decided: DecidedAlert[] = [];
  for (const alert of alerts.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))) {
    const decision = await decideOne(db, alert, { product, market }, ground);
    if (decision.kind === 'ring') noteRung(ground.rung, alert.id, alert.itemId);
    decided.push({ alert, decision, product });
  }
  return decided;
}

interface Known {
  readonly product: Product | null;
  readonly market: ProductMarket;
}

/** Sales are read where they decide, and where a ring tells of them: most looks need none. */
async function decideOne(
  db: ArchvdDatabase,
  alert: AlertRow,
  { product, market }: Known,
  ground: AlertsGround,
): Promise<AlertDecision> {
  const { now } = ground;
  const asks = await asksOf(db, alert, product, ground);
  const today = {
    ofAlert: ground.rung.ofAlert.get(alert.id) ?? 0,
    ofItem: ground.rung.ofItem.get(alert.itemId) ?? 0,
    most: ground.mostPerDay,
  };
  const read = (of: ProductMarket) => readingOf(alert, of, { ...ground, asks, today });
  const first = read(market);
  const needsSales = alert.kind === 'under-median' || sourceOf(alert.kind) === 'sales';
  if (!needsSales && decideAlert(alert, first, now).kind === 'hold') return decideAlert(alert, first, now);
  const sizes = alert.usSize ?? first.usSize;
  const wanted = sizes === null ? (product?.allowedSizes.map(({ usValue }) => usValue) ?? []) : [sizes];
  const sales = await readSales(db, alert.catalogId, wanted, shiftInstant(now, -SALES_MS));
  return decideAlert(alert, read({ ...market, ...sales }), now);
}

const SALES_MS = 90 * 24 * HOUR_MS;

/** The lowest ask of the hours a drop is about. */
async function asksOf(
  db: ArchvdDatabase,
  { trigger, catalogId, usSize }: AlertRow,
  product: Product | null,
  { regionId, now }: AlertsGround,
): Promise<AlertReading['asks']> {
  if (trigger.kind !== 'drop') return [];
  const sizes = usSize === null ? (product?.allowedSizes.map(({ usValue }) => usValue) ?? []) : [usSize];
  const since = shiftInstant(now, -(trigger.hours + 1) * HOUR_MS);
  return asksOver(await readPricesOver(db, { catalogId, regionId }, sizes, since), usSize);
}
