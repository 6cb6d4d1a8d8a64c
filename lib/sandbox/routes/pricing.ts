import { queryOf, send, sendText, type App } from '../http/env';
import { readFlag, type Query } from '../http/query';
import { invalid, missing } from '../http/refusal';
import type { CatalogueItem } from '../catalogue/item';
import { grades } from '../market/calibration';
import type { MarketSale } from '../market/sales';
import { openOffers, quoteTime } from '../world/offers';
import { salesSeen } from '../world/sales-seen';
import { isoOf } from '../world/wire';
import type { World } from '../world/world';
import { allAvailabilities, oneAvailability, type Basis } from './availability';
import { itemOrUnavailable } from './catalog';

const conditionNumbers = ['', 'PRODUCT_CONDITION_NEW', 'PRODUCT_CONDITION_USED', 'PRODUCT_CONDITION_NEW_WITH_DEFECTS'];
const packagingNumbers = ['GOOD_CONDITION', 'MISSING_LID', 'BADLY_DAMAGED', 'NO_ORIGINAL_BOX'].map(
  (name) => `PACKAGING_CONDITION_${name}`,
);
const DEFAULT_SALES = 10;
const MOST_SALES = 200;

function basisOf(query: Query): Basis {
  if (query.has('region_id') && query.text('region_id') === undefined) throw invalid('region_id must not be empty');
  return { consigned: readFlag(query, 'consigned'), region: query.text('region_id') ?? null };
}

function itemOf(world: World, query: Query): CatalogueItem {
  const id = query.text('catalog_id');
  if (id === undefined) throw missing('input.CatalogID');
  return itemOrUnavailable(world, id);
}

function sizeOf(query: Query): number {
  const size = query.text('size');
  if (size === undefined) throw missing('input.Size');
  if (!Number.isFinite(Number(size))) throw invalid('type mismatch, parameter: size, error: invalid double');
  return Number(size);
}

/** Names from names or from their enum numbers, which alias takes as well; 0 is refused. Undefined when not asked. */
function conditionOf(query: Query): string | undefined {
  const given = query.text('product_condition');
  const name = given === undefined ? undefined : (conditionNumbers[Number(given)] ?? given);
  if (name !== undefined && !grades.some(({ product }) => product === name))
    throw invalid('product_condition is not valid');
  return name;
}

function packagingOf(query: Query): string | undefined {
  const given = query.text('packaging_condition');
  const name = given === undefined ? undefined : (packagingNumbers[Number(given) - 1] ?? given);
  if (name !== undefined && !grades.some(({ packaging }) => packaging === name))
    throw invalid('packaging_condition is not valid');
  return name;
}

function gradeFrom(query: Query): number {
  const condition = conditionOf(query);
  const box = packagingOf(query);
  if (condition === undefined) throw missing('input.ProductCondition');
  if (box === undefined) throw missing('input.PackagingCondition');
  return grades.findIndex(({ product, packaging }) => product === condition && packaging === box);
}

/** The whole answer is kept for the minute quotes stand still, unless prices were changed. */
function createAnswerCache(world: World): (item: CatalogueItem, basis: Basis) => string {
  const kept = new Map<string, { readonly stamp: string; readonly text: string }>();
  return (item, basis) => {
    const key = `${item.catalogId}|${basis.region}|${basis.consigned}`;
    const versions = `${world.ownBook.versionOf(item.catalogId)}|${world.rivalAsks.versionOf(item.catalogId)}`;
    const stamp = `${quoteTime(world.clock.now())}|${versions}`;
    const found = kept.get(key);
    if (found?.stamp === stamp) return found.text;
    const text = JSON.stringify({ variants: allAvailabilities(world, item, basis) });
    kept.set(key, { stamp, text });
    return text;
  };
}

export function registerPricing(app: App, world: World): void {
  const availabilities = createAnswerCache(world);

  app.get('/pricing_insights/availabilities/:id', (context) =>
    sendText(context, availabilities(itemOrUnavailable(world, context.req.param('id')), basisOf(queryOf(context)))),
  );

  app.get('/pricing_insights/availability', (context) => {
    const query = queryOf(context);
    const item = itemOf(world, query);
    return send(context, {
      availability: oneAvailability(world, item, sizeOf(query), gradeFrom(query), basisOf(query)),
    });
  });

  app.get('/pricing_insights/offer_histogram', (context) => {
    const query = queryOf(context);
    const variant = world.market.variant(itemOf(world, query), sizeOf(query));
    const grade = gradeFrom(query);
    const offers = variant === undefined ? [] : openOffers(world, variant, grade, world.clock.now());
    const bins = offers.map(([cents, count]) => ({ offer_price_cents: String(cents), count: String(count) }));
    return send(context, { offer_histogram: { bins } });
  });

  app.get('/pricing_insights/recent_sales', (context) =>
    send(context, { recent_sales: recentSales(world, queryOf(context)) }),
  );
}

function recentSales(world: World, query: Query): Record<string, unknown>[] {
  const item = itemOf(world, query);
  const us = sizeOf(query);
  const filter = { condition: conditionOf(query), packaging: packagingOf(query), ...basisOf(query) };
  const isFull = Object.values(filter).every((one) => one !== undefined && one !== null);
  const asked = Number(query.text('limit') ?? DEFAULT_SALES);
  const most = isFull ? MOST_SALES : DEFAULT_SALES;
  const limit = Number.isInteger(asked) && asked > 0 ? Math.min(asked, most) : DEFAULT_SALES;
  const rows: Record<string, unknown>[] = [];
  const variant = world.market.variant(item, us);
  for (const sale of variant === undefined ? [] : salesSeen(world, variant, world.clock.now())) {
    if (!matches(sale, filter)) continue;
    rows.push({
      purchased_at: isoOf(sale.atMs),
      price_cents: String(sale.priceCents),
      size: us,
      consigned: sale.consigned,
      catalog_id: item.catalogId,
    });
    if (rows.length === limit) break;
  }
  return rows;
}

interface SaleFilter extends Basis {
  readonly condition: string | undefined;
  readonly packaging: string | undefined;
}

function matches(sale: MarketSale, { condition, packaging, consigned, region }: SaleFilter): boolean {
  const grade = grades[sale.grade];
  if (condition !== undefined && grade?.product !== condition) return false;
  if (packaging !== undefined && grade?.packaging !== packaging) return false;
  if (consigned !== null && sale.consigned !== consigned) return false;
  return region === null || sale.region === region;
}
