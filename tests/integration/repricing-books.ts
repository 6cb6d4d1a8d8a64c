import type { ArchvdDatabase } from '@/lib/db/database';
import { freshCursor } from '@/lib/sync/sync-run';
import { pricesCursorId } from '@/lib/db/repositories/cursors';
import { seedFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import { ensureJobs, makeDue } from '@/lib/db/repositories/jobs';
import { setRepricingMode, type RepricingMode } from '@/lib/db/repositories/repricing-state';
import type { RepricingRuleRow } from '@/lib/db/repricing-rows';
import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import { CAREFUL_GUARDS } from '@/lib/domain/repricing/careful-guards';
import type { GuardSettings } from '@/lib/domain/repricing/guard-settings';
import { planRun, type RunInput, type RunPlan } from '@/lib/domain/repricing/plan-run';
import type { Money } from '@/lib/domain/money/money';
import type { Instant } from '@/lib/domain/time/instant';
import { JOB_PLANS } from '@/lib/jobs/job-plan';
import { createRepriceTask, type RepriceDeps } from '@/lib/jobs/reprice';
import { runTurn, type TurnOutcome } from '@/lib/jobs/run-turn';
import { fakeMarketplace, type FakeMarketplace } from '../fakes/fake-marketplace';
import { fakeClock, fakeRandom, START, type FakeClock } from '../fakes/fake-platform';
import { makeListing, makePair, makePrice, makeProduct, makeVariant, usd } from '../fixtures/builders';
import { makeRule } from '../fixtures/rules';
import { makeDatabase } from '../fixtures/test-database';

export const PROFILE = { rating: 90, country: 'US', method: 'prepaid', withdraws: true } as const;

interface Options {
  readonly db?: ArchvdDatabase;
  readonly clock?: FakeClock;
  readonly guards?: Partial<GuardSettings>;
  readonly mode?: RepricingMode;
  readonly rules?: readonly RepricingRuleRow[];
  readonly plan?: (input: RunInput) => RunPlan;
}

export interface RepricingBooks {
  readonly db: ArchvdDatabase;
  readonly clock: FakeClock;
  readonly market: FakeMarketplace;
  readonly deps: RepriceDeps;
  /** A turn of the job, made due before. */
  turn(): Promise<TurnOutcome>;
  /** Turns until the run has ended. */
  run(): Promise<TurnOutcome>;
}

const PLAN = JOB_PLANS.find(({ name }) => name === 'reprice') ?? JOB_PLANS[0]!;

/** Books with a rule that is on, in preview mode, and the job that works on them. */
export async function makeRepricing(options: Options = {}): Promise<RepricingBooks> {
  const db = options.db ?? makeDatabase();
  const clock = options.clock ?? fakeClock(START);
  const market = fakeMarketplace();
  const random = fakeRandom();
  const guards = { ...CAREFUL_GUARDS, ...options.guards };
  const deps: RepriceDeps = {
    db,
    clock,
    random,
    marketplace: market,
    regionId: async () => null,
    targetNotice: () => ({ title: '', message: '' }),
    guards: async () => guards,
    feeProfile: async () => PROFILE,
    offsetAt: () => 0,
    plan: options.plan ?? planRun,
    stoppedWords: (reason) => ({ title: 'Repricing stopped', message: reason }),
  };
  await seedFeeSchedules(db, ALIAS_FEE_SCHEDULES, START);
  await db.repricingRules.bulkPut([...(options.rules ?? [makeRule({ id: 'rule' })])]);
  await setRepricingMode(db, options.mode ?? 'preview', null, START);
  await ensureJobs(db, [{ id: 'reprice', dueAt: START }]);
  const turn = async (): Promise<TurnOutcome> => {
    await makeDue(db, ['reprice'], clock.now());
    return runTurn({ db, clock, random }, PLAN, createRepriceTask(deps), new AbortController().signal);
  };
  return {
    db,
    clock,
    market,
    deps,
    turn,
    async run() {
      for (let nth = 0; nth < 100; nth += 1) {
        const outcome = await turn();
        if (outcome !== 'more') return outcome;
      }
      throw new Error('The run does not come to its end');
    },
  };
}

export interface OfferedProduct {
  readonly catalogId: string;
  readonly brand?: string;
  /** Own prices in dollars, a listing each. */
  readonly own: readonly number[];
  /** What the pairs cost; null: unknown. */
  readonly cost?: Money | null;
  readonly lowestAsk?: Money | null;
  readonly highestOffer?: Money | null;
  readonly lastSale?: Money | null;
  /** When its prices were read; null: never. */
  readonly readAt?: Instant | null;
}

/** Puts a product with listings in US 10 into the books; listings are called `<catalogId>-0`, `-1` and so on. */
export async function offer({ db, market }: RepricingBooks, product: OfferedProduct): Promise<void> {
  const { catalogId, own, brand = 'Nike', cost = usd(60), readAt = START } = product;
  const { lowestAsk = usd(110), highestOffer = usd(70), lastSale = usd(105) } = product;
  const stamp = { createdAt: START, updatedAt: START };
  await db.products.add(makeProduct({ catalogId, brand, ...stamp }));
  await db.listings.bulkAdd(
    own.map((dollars, nth) =>
      makeListing({ id: `${catalogId}-${nth}`, externalId: `L-${catalogId}-${nth}`, catalogId, price: usd(dollars) }),
    ),
  );
  await db.inventory.bulkAdd(
    own.map((_, nth) => makePair({ catalogId, brand, status: 'listed', goatListingId: `L-${catalogId}-${nth}`, cost })),
  );
  const price = makePrice({ variant: { catalogId }, lowestAsk, highestOffer, lastSale, ...stamp });
  market.quotes.push({ variant: makeVariant({ catalogId }), lowestAsk, highestOffer, lastSale, globalIndicator: null });
  await db.marketPrices.add(price);
  if (readAt === null) return;
  await db.cursors.put({ ...freshCursor(pricesCursorId(catalogId, null), { now: readAt }), finishedAt: readAt });
}

/** Three kinds of listings: one to lower, one that is lowest already, one whose cost is not known. */
export async function makeShop(books: RepricingBooks): Promise<void> {
  await offer(books, { catalogId: 'lower', own: [120], lowestAsk: usd(115) });
  await offer(books, { catalogId: 'lowest', own: [114], lowestAsk: usd(114) });
  await offer(books, { catalogId: 'no-cost', own: [120], lowestAsk: usd(115), cost: null });
}

/** What was decided, apart from ids and times. */
export async function decisionsOf({ db }: RepricingBooks) {
  const rows = await db.repricingDecisions.orderBy('[listingId+at]').toArray();
  return rows.map(({ listingId, ruleId, from, decision, seen }) => ({ listingId, ruleId, from, decision, seen }));
}

/** Products whose prices were asked for, in this order. */
export const quotesAsked = ({ market }: RepricingBooks) =>
  market.calls.filter(({ name }) => name === 'getQuotes').map(({ argument }) => argument);

/** What the marketplace would have made of the open writes. */
export async function carryOut({ db, clock }: RepricingBooks): Promise<void> {
  const open = await db.outbox.where('state').equals('pending').toArray();
  for (const row of open) {
    if (row.write.kind !== 'listing/price') continue;
    await db.listings.update(row.entityId, { price: row.write.to });
    await db.activity.add({
      id: `moved-${row.id}`,
      at: clock.now(),
      kind: 'listing/price',
      by: 'rule',
      entity: { table: 'listings', id: row.entityId },
      summary: '',
      facts: { from: row.write.from.minor, to: row.write.to.minor, currency: row.write.to.currency },
    });
    await db.outbox.update(row.id, { state: 'confirmed' });
  }
}
