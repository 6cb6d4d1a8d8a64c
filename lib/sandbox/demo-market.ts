import { createSandbox } from './create-sandbox';
import { HOUR_MS, MINUTE_MS } from './market/time';

/** Big enough that every screen has something to say, small enough that the first sync is watched, not waited for. */
const LISTINGS = 180;
const ORDERS = 140;

/** The base URL the demo answers at. No such host exists, so that a request that went astray would reach nobody. */
const DEMO_URL = 'https://demo.archvd.invalid/api/v1';

/** Not a secret: it opens a market that lives in this browser's memory. */
const DEMO_TOKEN = 'archvd_demo_market';

export interface DemoSetup {
  /** When the demo began, ms since 1970. */
  readonly startedAt: number;
  readonly seed: number;
  readonly now: () => number;
}

/** The demo market as the background uses it. */
export interface DemoMarket {
  readonly url: string;
  readonly token: string;
  fetch(request: Request): Promise<Response>;
  /** What the demo seller paid, as a purchase ledger. */
  readonly ledgerCsv: string;
  /** The drawn picture of a model as a `data:image/svg+xml` URL; null for an unknown one. */
  pictureOf(catalogId: string): string | null;
}

export type CreateDemoMarket = (setup: DemoSetup) => DemoMarket;

declare global {
  /** Put in place by the script demo-market.js; undefined until it has been loaded. */
  var archvdDemoMarket: CreateDemoMarket | undefined;
}

/**
 * The demo market at this moment. It is kept nowhere: the same start and seed give the same market, and what happened
 * since is played again (measured: 0.1 s to build, 0.2 s more for a demo that is thirty days old).
 *
 * @example `createDemoMarket({ startedAt, seed: 7, now: Date.now }).fetch(new Request(`${url}/listings`, …))`
 */
export function createDemoMarket({ startedAt, seed, now }: DemoSetup): DemoMarket {
  const sandbox = createSandbox({
    token: DEMO_TOKEN,
    seed,
    listings: LISTINGS,
    orders: ORDERS,
    startAt: startedAt,
    realNow: now,
    buyerShare: 0.1,
    life: { firstMs: 2 * MINUTE_MS, everyMs: 10 * HOUR_MS },
  });
  sandbox.advance(Math.max(0, now() - startedAt));
  return {
    url: DEMO_URL,
    token: DEMO_TOKEN,
    fetch: (request) => sandbox.fetch(request),
    ledgerCsv: sandbox.ledgerCsv,
    pictureOf: (catalogId) => sandbox.pictureOf(catalogId),
  };
}
