import { createSandbox } from './create-sandbox';
import { HOUR_MS, MINUTE_MS } from './market/time';
import { readKeptWrite, toKeptWrite, toRequest, type WriteJournal } from './write-journal';

/** Big enough that every screen has something to say, small enough that the first sync is watched, not waited for. */
const LISTINGS = 180;
const ORDERS = 140;

/** The base URL the demo answers at. No such host exists, so that a request that went astray would reach nobody. */
const DEMO_ORIGIN = 'https://demo.archvd.invalid';
const DEMO_URL = `${DEMO_ORIGIN}/api/v1`;

/** Not a secret: it opens a market that lives in this browser's memory. */
const DEMO_TOKEN = 'archvd_demo_market';

export interface DemoSetup {
  /** When the demo began, ms since 1970. */
  readonly startedAt: number;
  readonly seed: number;
  readonly now: () => number;
  /** Outlives the market: what was written in it is written to every later market of the same start and seed. */
  readonly journal: WriteJournal;
}

/** The demo market as the background uses it. */
export interface DemoMarket {
  readonly url: string;
  readonly token: string;
  /** Rejects, with nothing done, when a write cannot be written down. */
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
 * since is played again (measured: 0.1 s to build, 0.2 s more for a demo that is thirty days old). What the seller did is
 * taken from the journal and done again at the moment it was done (2 s for a month of rules that change 20 prices every
 * quarter of an hour).
 *
 * @example `createDemoMarket({ startedAt, seed: 7, now: Date.now, journal }).fetch(new Request(`${url}/listings`, …))`
 */
export function createDemoMarket({ startedAt, seed, now, journal }: DemoSetup): DemoMarket {
  // The market's only clock: it moves with each request, so that a write happens at the very moment that is written down.
  let moment = startedAt;
  const sandbox = createSandbox({
    token: DEMO_TOKEN,
    seed,
    listings: LISTINGS,
    orders: ORDERS,
    startAt: startedAt,
    realNow: () => moment,
    buyerShare: 0.1,
    life: { firstMs: 2 * MINUTE_MS, everyMs: 10 * HOUR_MS },
  });
  let isReplayed = false;
  const replay = async (): Promise<void> => {
    for (const entry of await journal.read()) {
      const write = readKeptWrite(entry);
      if (write === null) continue;
      moment = Math.max(moment, write.at);
      await sandbox.fetch(toRequest(write, DEMO_ORIGIN, DEMO_TOKEN));
    }
    isReplayed = true;
  };
  const carryOut = async (request: Request): Promise<Response> => {
    if (!isReplayed) await replay();
    // The device's clock may be set back; the market's never is.
    moment = Math.max(moment, now());
    const isWrite = request.method !== 'GET' && request.headers.get('authorization') === `Bearer ${DEMO_TOKEN}`;
    if (!isWrite) return sandbox.fetch(request);
    const write = await toKeptWrite(request, moment);
    await journal.append(JSON.stringify(write));
    return sandbox.fetch(toRequest(write, DEMO_ORIGIN, DEMO_TOKEN));
  };
  // One request at a time: nothing may happen between the moment of a write and the write.
  let last: Promise<unknown> = Promise.resolve();
  return {
    url: DEMO_URL,
    token: DEMO_TOKEN,
    fetch(request) {
      const turn = last.then(() => carryOut(request));
      last = turn.catch(() => undefined);
      return turn;
    },
    ledgerCsv: sandbox.ledgerCsv,
    pictureOf: (catalogId) => sandbox.pictureOf(catalogId),
  };
}
