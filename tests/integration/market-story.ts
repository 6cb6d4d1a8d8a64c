import { getRepricingMode, setRepricingMode } from '@/lib/db/repositories/repricing-state';
import { money } from '@/lib/domain/money/money';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/domain/time/instant';
import { createCatalogue } from '@/lib/sandbox/catalogue/catalogue';
import type { Faults } from '@/lib/sandbox/http/faults';
import { at, list } from '@/lib/sandbox/make-test-market';
import { mix, pick, randomFrom, type Random } from '@/lib/sandbox/random/random';
import { makeRule, makeRuleSettings } from '../fixtures/rules';
import { makeSellingWorld, type Moment, type SellingWorld } from './selling-world';

/** A season of a seller whose rules are on, told from a seed: a moving market, rivals, traps, and everything that breaks. */
export interface Story {
  readonly world: SellingWorld;
  /** What a listing's pair cost from when on, in cents by alias's id; null: not known. */
  readonly costs: ReadonlyMap<string, readonly { readonly from: number; readonly cents: number | null }[]>;
  /** Asks of a dollar, by model and size. */
  readonly traps: readonly Trap[];
  /** Variants in which somebody undercuts us whatever we do. */
  readonly rivals: readonly Rival[];
  /** How often the breaker stopped everything. */
  readonly stops: number;
}

interface Variant {
  readonly catalogId: string;
  readonly size: number;
}

interface Trap extends Variant {
  readonly from: number;
  readonly until: number;
}

interface Rival extends Variant {
  /** The rival goes no lower than this. */
  readonly lowestCents: number;
}

export interface StoryOptions {
  readonly seed: number;
  readonly days: number;
  readonly stepHours: number;
  readonly hasFaults: boolean;
  /** So many models are sold, in two sizes each. */
  readonly models: number;
  /** Nothing but rivals: no buyers, no traps, and a market that stands still. */
  readonly isQuiet?: boolean;
}

const SIZES = [9.5, 11];
/** Pairs on the shelf of each variant: two of a kind must not undercut each other. */
const DEPTH = 3;
const TRAP_MS = 2 * DAY_MS;

export async function tellStory(options: StoryOptions): Promise<Story> {
  const story = await openShop(options);
  const steps = Math.round((options.days * DAY_MS) / (options.stepHours * HOUR_MS));
  for (let step = 0; step < steps; step++) {
    story.world.clock.pass(options.stepHours * HOUR_MS - 5 * MINUTE_MS);
    if (options.isQuiet !== true) await liveOn(story);
    if (options.hasFaults) breakSomething(story);
    for (let turn = 0; turn < 2; turn++) await work(story);
  }
  // Whatever is under way comes to its end.
  for (let turn = 0; turn < 10; turn++) {
    story.world.clock.pass(15 * MINUTE_MS);
    await work(story);
  }
  return story;
}

interface Telling extends Story {
  readonly chance: Random;
  readonly variants: readonly Variant[];
  readonly costs: Map<string, { readonly from: number; readonly cents: number | null }[]>;
  readonly traps: Trap[];
  stops: number;
}

async function openShop({ seed, models: count, isQuiet = false }: StoryOptions): Promise<Telling> {
  const still = isQuiet ? { speed: 0, buyerShare: 0 } : { buyerShare: 0.05 };
  const world = makeSellingWorld({ seed, listings: 0, orders: 0, usSizes: SIZES, ...still });
  const chance = randomFrom(mix(seed, 0x57));
  const models = createCatalogue().items.filter(
    ({ wire, entry }) => wire.resellable && !wire.requires_listing_pictures && entry.run === 'men' && entry.demand > 10,
  );
  const variants = Array.from({ length: count }, (_, nth) => models[(seed * 5 + nth * 7) % models.length])
    .filter((model) => model !== undefined)
    .flatMap(({ catalogId }) => SIZES.map((size) => ({ catalogId, size })));
  const telling: Telling = { world, chance, variants, costs: new Map(), traps: [], rivals: [], stops: 0 };
  await restock(telling);
  const rivals = await Promise.all(
    variants
      .slice(0, SIZES.length)
      .map(async (variant) => ({ ...variant, lowestCents: 100 * Math.round((await askOf(world, variant)) * 0.006) })),
  );
  await world.tick();
  await noteCosts(telling);
  await world.db.repricingRules.bulkAdd(rulesOf(variants));
  await setRepricingMode(world.db, 'live', null, world.clock.now());
  return Object.assign(telling, { rivals });
}

/** One model is sold by age, one by pace, and the others a dollar below whoever is cheapest. */
function rulesOf(variants: readonly Variant[]) {
  const brands = createCatalogue();
  const codeOf = (nth: number): string => brands.get(variants[nth * SIZES.length]?.catalogId ?? '')?.entry.code ?? '';
  const scope = (code: string) => ({ ...makeRuleSettings().scope, styleCodes: [code] });
  const aging = {
    kind: 'aging',
    afterDays: 3,
    everyDays: 4,
    stepBasisPoints: 300,
    mostBasisPoints: 2500,
    revertAfterDays: 10,
  } as const;
  return [
    makeRule({ id: 'aging', priority: 1, settings: makeRuleSettings({ scope: scope(codeOf(2)), strategy: aging }) }),
    makeRule({
      id: 'pace',
      priority: 2,
      settings: makeRuleSettings({ scope: scope(codeOf(3)), strategy: { kind: 'velocity', days: 14 } }),
    }),
    makeRule({ id: 'below', priority: 3, settings: makeRuleSettings() }),
  ];
}

async function askOf({ market }: SellingWorld, { catalogId, size }: Variant): Promise<number> {
  const query = `catalog_id=${catalogId}&size=${size}&product_condition=PRODUCT_CONDITION_NEW`;
  const path = `/api/v1/pricing_insights/availability?${query}&packaging_condition=PACKAGING_CONDITION_GOOD_CONDITION`;
  const { lowest_listing_price_cents: ask, last_sold_listing_price_cents: sold } = at(
    await market('GET', path),
    'availability',
  ) as Record<string, string>;
  return Number(ask) > 10_000_000 || ask === '0' ? Number(sold) : Number(ask);
}

/** Fills the shelf up again, in alias's own app. */
async function restock({ world, chance, variants }: Telling): Promise<void> {
  const shelf = await shelfOf(world);
  for (const variant of variants) {
    const there = shelf.filter((one) => one.catalogId === variant.catalogId && one.size === variant.size).length;
    for (let nth = there; nth < DEPTH; nth++) {
      const cents = 100 * Math.max(30, Math.round(((await askOf(world, variant)) / 100) * (1.05 + 0.25 * chance())));
      const query = new URLSearchParams({
        catalog_id: variant.catalogId,
        price_cents: String(cents),
        condition: 'CONDITION_NEW',
        packaging_condition: 'PACKAGING_CONDITION_GOOD_CONDITION',
        size: String(variant.size),
        size_unit: 'SIZE_UNIT_US',
        activate: 'true',
      });
      await world.market('POST', `/api/v1/listings?${query.toString()}`).catch(() => undefined);
    }
  }
}

interface OnShelf extends Variant {
  readonly id: string;
  readonly cents: number;
}

async function shelfOf({ market }: SellingWorld): Promise<readonly OnShelf[]> {
  const page = await market('GET', '/api/v1/listings?facet_filters=status:active&page_size=50');
  return list(page, 'listings').map((row) => ({
    id: String(row['id']),
    catalogId: String(row['catalog_id']),
    size: Number(row['size']),
    cents: Number(row['price_cents']),
  }));
}

/** The seller writes down what new pairs cost: most under the market, some above it, some never. */
async function noteCosts({ world, chance, costs }: Telling): Promise<void> {
  const { db, clock } = world;
  for (const { id, cents } of await shelfOf(world)) {
    if (costs.has(id)) continue;
    const pair = await db.inventory.where('goatListingId').equals(id).first();
    if (pair === undefined) continue;
    const cost = chance() < 0.08 ? null : Math.round(cents * (0.35 + 0.6 * chance()));
    await db.inventory.update(pair.id, { cost: cost === null ? null : money(cost, 'USD') });
    costs.set(id, [{ from: clock.now(), cents: cost }]);
  }
}

/** What others do, and the seller elsewhere. */
async function liveOn(telling: Telling): Promise<void> {
  const { world, chance, costs } = telling;
  await springTraps(telling);
  if (chance() < 0.1) await restock(telling);
  const shelf = await shelfOf(world);
  const one = shelf.length === 0 ? null : pick(chance, shelf);
  if (one !== null && chance() < 0.1) {
    const priceCents = 100 * Math.round((one.cents / 100) * (0.95 + 0.1 * chance()));
    await world.market('POST', '/sandbox/edit', { listingId: one.id, priceCents }).catch(() => undefined);
  }
  const known = one === null ? undefined : costs.get(one.id);
  const pair = one === null ? undefined : await world.db.inventory.where('goatListingId').equals(one.id).first();
  if (known !== undefined && pair !== undefined && chance() < 0.1) {
    const cents = chance() < 0.2 ? null : Math.round((one?.cents ?? 0) * (0.35 + 0.7 * chance()));
    await world.db.inventory.update(pair.id, { cost: cents === null ? null : money(cents, 'USD') });
    known.push({ from: world.clock.now(), cents });
  }
  await noteCosts(telling);
}

/** Now and then somebody asks a dollar for a pair, and takes it back two days later. */
async function springTraps(telling: Telling): Promise<void> {
  const { world, chance, traps, variants } = telling;
  const now = world.clock.now();
  for (const trap of traps.filter(({ until }) => until > now - DAY_MS && until <= now)) await putAsk(world, trap, null);
  // Into the way of the rule that follows the lowest ask, where no rival hides the trap.
  const free = variants
    .slice(SIZES.length, 2 * SIZES.length)
    .filter((variant) => !traps.some((trap) => trap.until > now - DAY_MS && isSame(trap, variant)));
  if (chance() >= 0.2 || free.length === 0) return;
  const variant = pick(chance, free);
  if (await putAsk(world, variant, 100)) traps.push({ ...variant, from: now, until: now + TRAP_MS });
}

function isSame(a: Variant, b: Variant): boolean {
  return a.catalogId === b.catalogId && a.size === b.size;
}

/** False when none of our pairs names the variant. */
async function putAsk(world: SellingWorld, variant: Variant, askCents: number | null): Promise<boolean> {
  const listing = (await shelfOf(world)).find((one) => isSame(one, variant));
  if (listing === undefined) return false;
  await world.market('POST', '/sandbox/move-ask', { listingId: listing.id, askCents });
  return true;
}

/** Rivals go a dollar below us, down to where it ends for them. */
async function undercut({ world, rivals }: Telling): Promise<void> {
  const shelf = await shelfOf(world);
  for (const rival of rivals) {
    const cheapest = Math.min(...shelf.filter((one) => isSame(one, rival)).map(({ cents }) => cents));
    if (Number.isFinite(cheapest)) await putAsk(world, rival, Math.max(rival.lowestCents, cheapest - 100));
  }
}

function breakSomething({ world, chance }: Telling): void {
  const { wire } = world;
  wire.resends = chance() < 0.5;
  const faults: readonly Faults[] = [
    {},
    { errorRate: 0.25 },
    { dropAfterAccept: 1 },
    { dropAfterAccept: 3 },
    { dropBeforeAccept: 2 },
    { rateLimit: { requests: 4, perMs: 20_000, retryAfter: pick(chance, ['seconds', 'date', 'none'] as const) } },
    { garble: { kind: pick(chance, ['html', 'truncated'] as const), next: 3 } },
    { answer: { status: pick(chance, [409, 500, 503]), next: 2 } },
  ];
  // Half of it strikes the very request that changes prices.
  const moment = (): Moment => (chance() < 0.5 ? 'write' : Math.floor(chance() * 12));
  wire.faults = { at: moment(), what: pick(chance, faults) };
  if (chance() < 0.5) wire.death = { at: moment(), arrives: chance() < 0.5 };
}

/** A turn of the clockwork, and a rival who was quicker. */
async function work(telling: Telling): Promise<void> {
  const { world } = telling;
  await undercut(telling);
  world.clock.pass(MINUTE_MS);
  await world.tick();
  if ((await getRepricingMode(world.db)) !== 'paused') return;
  telling.stops += 1;
  await setRepricingMode(world.db, 'live', null, world.clock.now());
}
