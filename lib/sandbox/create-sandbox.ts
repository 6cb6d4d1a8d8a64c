import { Hono } from 'hono';
import { createCatalogue } from './catalogue/catalogue';
import { answerOf, errorAnswer, garbled, gatewayAnswer } from './http/answers';
import { ConnectionDropped } from './http/connection-dropped';
import type { App, Env } from './http/env';
import { createFaultBox, type FaultBox, type Faults, type Obstacle, type RateLimit } from './http/faults';
import { PAPERS_PATH, paperOf } from './papers/papers';
import { createMarket } from './market/market';
import { mix, randomFrom, type Random } from './random/random';
import { uuidV7 } from './random/uuid';
import { registerBatches } from './routes/batches';
import { registerCatalog } from './routes/catalog';
import { registerControl } from './routes/control';
import { registerListings } from './routes/listings';
import { registerOrders } from './routes/orders';
import { registerPictures } from './routes/pictures';
import { registerPricing } from './routes/pricing';
import { ledgerCsv } from './seller/ledger';
import { moveInSeller } from './seller/demo-seller';
import { createClock } from './world/clock';
import type { Journal } from './world/journal';
import type { DemoLife } from './world/demo-life';
import { settle } from './world/settle';
import { isoOf } from './world/wire';
import { createWorld, type World } from './world/world';

export interface SandboxOptions {
  /** The only token that is accepted. */
  readonly token: string;
  /** The same seed, start and requests give the same answers. 1 unless told. */
  readonly seed?: number;
  /** The demo seller's listings (340) and orders (420). */
  readonly listings?: number;
  readonly orders?: number;
  /** Real time in ms since 1970; `Date.now` unless told. */
  readonly realNow?: () => number;
  /** Simulated time at the start; real time unless told. */
  readonly startAt?: number;
  /** Simulated ms per real ms: 1, faster, or 0 to hold the market still (batches go on in real time). */
  readonly speed?: number;
  /** Chance that a buyer who finds our pair cheapest takes it: 0.1; 0 for no buyers. */
  readonly buyerShare?: number;
  /** Promised buyers, and somebody who looks after the orders; left out, neither. */
  readonly life?: DemoLife;
  /** Concurrent batch operations the account may have: 2,000. */
  readonly maxOperations?: number;
  /** 429 beyond this; no limit unless told. */
  readonly rateLimit?: RateLimit;
  /** How latency waits; a timer unless told. */
  readonly wait?: (ms: number) => Promise<void>;
}

export interface Sandbox {
  readonly token: string;
  /** Answers like alias. Rejects with `ConnectionDropped` when a fault breaks the connection. */
  fetch(request: Request): Promise<Response>;
  /** Skips simulated time and plays what happens in it. */
  advance(ms: number): void;
  /** Simulated time, ms since 1970. */
  now(): number;
  readonly log: Pick<Journal, 'requests' | 'effects'>;
  /** The seller's purchases as CSV. */
  readonly ledgerCsv: string;
  /** The drawn picture of a model, as a data URL; null for what the catalogue does not have. */
  pictureOf(catalogId: string): string | null;
  setFaults(faults: Faults): void;
}

/**
 * Gateways refuse URLs beyond about this length; ids of a batch must be sent in pieces. A picture that is sent as text
 * has to travel in the URL, so there it must be allowed.
 */
const LONGEST_URL = 8192;
const LOGGED_SEARCH = 500;

/** An alias-compatible market with a demo seller in it. Needs nothing but fetch's Request and Response. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const realNow = options.realNow ?? Date.now;
  const seed = options.seed ?? 1;
  const world = createWorld({
    seed,
    catalogue: createCatalogue(),
    market: createMarket(seed),
    clock: createClock(options.startAt ?? realNow(), options.speed ?? 1, realNow),
    maxOperations: options.maxOperations ?? 2000,
    buyerShare: options.buyerShare ?? 0.1,
    life: options.life ?? null,
  });
  const purchases = moveInSeller(world, { listings: options.listings ?? 340, orders: options.orders ?? 420 });
  const faults = createFaultBox(randomFrom(mix(seed, 0xfa)), realNow, options.rateLimit ?? null);
  const csv = ledgerCsv(purchases);
  const advance = (ms: number): void => {
    settle(world);
    world.clock.advance(ms);
    settle(world);
  };
  const app = createApp(world, faults, csv, advance);
  return {
    token: options.token,
    fetch: createFetch(options, world, faults, app, randomFrom(mix(seed, 0x1d))),
    advance,
    now: () => world.clock.now(),
    log: world.journal,
    ledgerCsv: csv,
    pictureOf: (catalogId) => world.catalogue.get(catalogId)?.wire.main_picture_url ?? null,
    setFaults: (change) => faults.set(change),
  };
}

function createApp(world: World, faults: FaultBox, csv: string, advance: (ms: number) => void): App {
  const api = new Hono<Env>();
  registerCatalog(api, world);
  registerPricing(api, world);
  registerBatches(api, world);
  registerListings(api, world);
  registerOrders(api, world);
  registerPictures(api, world);
  const control = new Hono<Env>();
  registerControl(control, { world, faults, ledgerCsv: csv, advance });
  const app = new Hono<Env>();
  app.route('/api/v1', api);
  app.route('/sandbox', control);
  // alias has no such list; a client that guessed one was answered 415.
  app.get('/api/v1/regions', () => gatewayAnswer(415, 'Unsupported Media Type'));
  // Whoever knows a paper's address has it, as with the couriers' own; a token has no business there.
  app.get(`${PAPERS_PATH}:order/:paper`, (context) => {
    const paper = paperOf(`${context.req.param('order')}/${context.req.param('paper')}`);
    if (paper === null || context.req.header('authorization') !== undefined) return errorAnswer(404, 'Not Found');
    return new Response(paper, { headers: { 'content-type': 'application/pdf' } });
  });
  app.notFound(() => errorAnswer(404, 'Not Found'));
  app.onError(answerOf);
  return app;
}

/** What the gateway turns down before anybody looks at the request; null lets it through. */
function turnedDown(request: Request, path: string, token: string): Response | null {
  if (path.startsWith(PAPERS_PATH)) return null;
  if (request.headers.get('authorization') !== `Bearer ${token}`) return errorAnswer(401, 'invalid or missing token');
  if (path.startsWith('/sandbox/')) return null;
  if (request.url.length > LONGEST_URL && !path.endsWith('/pictures'))
    return gatewayAnswer(414, '<html><body>414 Request-URI Too Large</body></html>');
  const isJson = request.headers.get('content-type')?.split(';')[0]?.trim() === 'application/json';
  return request.method !== 'GET' && !isJson ? gatewayAnswer(415, 'Unsupported Media Type') : null;
}

function obstacleAnswer(obstacle: Exclude<Obstacle, { kind: 'drop' }>): Response {
  if (obstacle.kind === 'status') return errorAnswer(obstacle.status, 'injected fault');
  return errorAnswer(
    429,
    'rate limit exceeded',
    obstacle.retryAfter === null ? {} : { 'retry-after': obstacle.retryAfter },
  );
}

function createFetch(
  options: SandboxOptions,
  world: World,
  box: FaultBox,
  app: App,
  random: Random,
): (request: Request) => Promise<Response> {
  const wait = options.wait ?? ((ms) => new Promise((done) => setTimeout(done, ms)));

  async function carryOut(request: Request, path: string, requestId: string): Promise<Response> {
    const isControl = path.startsWith('/sandbox/');
    const body = request.method === 'GET' ? '' : await request.text();
    const refused = turnedDown(request, path, options.token);
    if (refused !== null) return refused;
    settle(world);
    const answer = await world.journal.during(requestId, () => app.fetch(request, { body }));
    const isWrite = request.method !== 'GET';
    const lateBy = isControl ? 0 : box.lateBy(isWrite);
    if (lateBy > 0) await wait(lateBy);
    const harm = isControl ? null : box.after(isWrite);
    if (harm === 'drop') throw new ConnectionDropped();
    return harm === null ? answer : garbled(answer, harm);
  }

  return async (request) => {
    const { pathname: path, search } = new URL(request.url);
    const requestId = uuidV7(world.clock.now(), random);
    const obstacle = path.startsWith('/sandbox/') ? null : box.before();
    const latency = box.faults.latencyMs ?? 0;
    if (latency > 0 && !path.startsWith('/sandbox/')) await wait(latency);
    const note = (status: number): void =>
      world.journal.note({
        at: isoOf(world.clock.now()),
        requestId,
        method: request.method,
        path,
        search: search.slice(0, LOGGED_SEARCH),
        status,
      });
    try {
      if (obstacle?.kind === 'drop') throw new ConnectionDropped();
      const answer = obstacle === null ? await carryOut(request, path, requestId) : obstacleAnswer(obstacle);
      answer.headers.set('x-request-id', requestId);
      note(answer.status);
      return answer;
    } catch (error) {
      note(0);
      throw error;
    }
  };
}
