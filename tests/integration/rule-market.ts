import type { RepricingRuleRow } from '@/lib/db/repricing-rows';
import { CAREFUL_GUARDS } from '@/lib/domain/repricing/careful-guards';
import type { GuardSettings } from '@/lib/domain/repricing/guard-settings';
import { planRun, type RunInput, type RunPlan } from '@/lib/domain/repricing/plan-run';
import type { Listing } from '@/lib/domain/listings/listing';
import type { Money } from '@/lib/domain/money/money';
import { instant, MINUTE_MS } from '@/lib/domain/time/instant';
import type { QuoteRequest } from '@/lib/marketplaces/contract/marketplace';
import { ensureJobs, makeDue } from '@/lib/db/repositories/jobs';
import { setRepricingMode } from '@/lib/db/repositories/repricing-state';
import { JOB_PLANS } from '@/lib/jobs/job-plan';
import { createRepriceTask, type RepriceDeps } from '@/lib/jobs/reprice';
import { runTurn, type TurnOutcome } from '@/lib/jobs/run-turn';
import { fakeRandom } from '../fakes/fake-platform';
import { makeProduct, makeVariant, usd } from '../fixtures/builders';
import { makeRule } from '../fixtures/rules';
import { DUNK, makeOutboxWorld, type OutboxWorld, type SharedMarket } from './outbox-world';

/** What the market shows of the one size that is offered. */
export interface Feed {
  ask: Money | null;
  offer: Money | null;
  lastSale: Money | null;
}

export interface RuleMarket {
  readonly world: OutboxWorld;
  readonly feed: Feed;
  readonly listings: readonly Listing[];
  /** Called whenever the run reads something outside of the books. */
  onStep: () => Promise<unknown>;
  /** One run of the rules, from reading prices to writes in the outbox. */
  reprice(): Promise<TurnOutcome>;
  /** Prices the marketplace took from rules so far, in order. */
  taken(): readonly { readonly externalId: string; readonly from: number; readonly to: number }[];
}

interface Options {
  readonly market: SharedMarket;
  /** Dollars; a listing each. */
  readonly prices: readonly number[];
  readonly guards?: Partial<GuardSettings>;
  readonly rules?: readonly RepricingRuleRow[];
  readonly plan?: (input: RunInput) => RunPlan;
}

const PLAN = JOB_PLANS.find(({ name }) => name === 'reprice') ?? JOB_PLANS[0]!;

/**
 * Rules that are live on the sandbox market: they see the prices a test makes up, and what they decide goes the whole
 * way through outbox, client and market. Every price that is taken comes from a rule: nobody else writes.
 */
export async function makeRuleMarket(options: Options): Promise<RuleMarket> {
  const world = await makeOutboxWorld({ market: options.market });
  const { db, deps } = world.worker;
  const feed: Feed = { ask: usd(250), offer: usd(150), lastSale: usd(240) };
  const guards = { ...CAREFUL_GUARDS, ...options.guards };
  const plain = fakeRandom(7);
  const random = { next: () => plain.next(), id: () => `r-${world.clock.now()}-${plain.id()}` };
  const steps = { onStep: async (): Promise<unknown> => undefined };
  const stepped = async <T>(value: () => T): Promise<T> => {
    await steps.onStep();
    return value();
  };
  const quotes = (request: QuoteRequest) =>
    stepped(() => ({
      value: [
        {
          variant: makeVariant({ catalogId: request.catalogId }),
          lowestAsk: feed.ask,
          highestOffer: feed.offer,
          lastSale: feed.lastSale,
          globalIndicator: null,
        },
      ],
      rejected: [],
      origin: { requestId: null, receivedAt: instant(world.clock.now()) },
    }));
  const repriceDeps = {
    db,
    clock: world.clock,
    random,
    marketplace: { ...deps.marketplace, getQuotes: quotes } as unknown as RepriceDeps['marketplace'],
    regionId: () => stepped(() => null),
    targetNotice: () => ({ title: '', message: '' }),
    guards: () => stepped(() => guards),
    feeProfile: () => stepped(() => world.profile),
    offsetAt: () => 0,
    plan: options.plan ?? planRun,
    stoppedWords: (reason: string) => ({ title: 'Repricing stopped', message: reason }),
  };
  await db.products.add(makeProduct({ catalogId: DUNK, maximumListingPrice: usd(5000) }));
  const listings: Listing[] = [];
  for (const price of options.prices) listings.push(await world.list(price));
  await db.repricingRules.bulkAdd([...(options.rules ?? [makeRule({ id: 'rule' })])]);
  await setRepricingMode(db, 'live', null, world.clock.now());
  await ensureJobs(db, [{ id: 'reprice', dueAt: world.clock.now() }]);
  const task = createRepriceTask(repriceDeps);
  const before = world.effects().length;
  return Object.assign(steps, {
    world,
    feed,
    listings,
    async reprice() {
      for (;;) {
        await makeDue(db, ['reprice'], world.clock.now());
        const turn = { db, clock: world.clock, random };
        const outcome = await runTurn(turn, PLAN, task, new AbortController().signal);
        if (outcome !== 'more') return outcome;
      }
    },
    taken: () =>
      world
        .effects()
        .slice(before)
        .filter(({ kind }) => kind === 'listing/price')
        .map(({ id, from, to }) => ({ externalId: id, from: Number(from), to: Number(to) })),
  });
}

/** As far as prices go old: the next run reads them anew. */
export const UNTIL_STALE_MS = 31 * MINUTE_MS;
