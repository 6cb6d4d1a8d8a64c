import { createSandbox, type Sandbox, type SandboxOptions } from './create-sandbox';

export const TEST_START = Date.parse('2026-03-04T12:00:00Z');
const BASE = 'http://market.test';

export interface TestAnswer {
  readonly status: number;
  readonly json: unknown;
  readonly text: string;
  readonly headers: Headers;
}

/** Parameters of a call: what is an array is sent repeatedly. */
type Params = Readonly<Record<string, string | number | readonly (string | number)[]>>;

export interface TestMarket {
  readonly sandbox: Sandbox;
  get(path: string, params?: Params): Promise<TestAnswer>;
  post(path: string, params?: Params, body?: unknown): Promise<TestAnswer>;
  remove(path: string, params?: Params): Promise<TestAnswer>;
  /** A control request. */
  control(path: string, body?: unknown): Promise<TestAnswer>;
  raw(path: string, init?: RequestInit): Promise<Response>;
  /** Lets real time pass: what batches and rate limits wait for. */
  passMs(ms: number): void;
}

/** A small sandbox on a clock that stands still. */
export function makeTestMarket(options: Partial<SandboxOptions> = {}): TestMarket {
  let real = TEST_START;
  const sandbox = createSandbox({
    token: 'test-token',
    listings: 120,
    orders: 80,
    realNow: () => real,
    speed: 0,
    wait: (ms) => Promise.resolve(void (real += ms)),
    ...options,
  });
  const raw = (path: string, init: RequestInit = {}): Promise<Response> =>
    sandbox.fetch(
      new Request(`${BASE}${path}`, { ...init, headers: { authorization: 'Bearer test-token', ...init.headers } }),
    );
  const call = async (method: string, path: string, params: Params = {}, body?: unknown): Promise<TestAnswer> => {
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries(params)) for (const one of [value].flat()) query.append(key, String(one));
    const search = query.size === 0 ? '' : `?${query.toString()}`;
    const json = method === 'GET' ? {} : { headers: { 'content-type': 'application/json' } };
    const answer = await raw(`${path}${search}`, {
      method,
      ...json,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, text, json: parse(text), headers: answer.headers };
  };
  return {
    sandbox,
    raw,
    get: (path, params) => call('GET', `/api/v1${path}`, params),
    post: (path, params, body) => call('POST', `/api/v1${path}`, params, body),
    remove: (path, params) => call('DELETE', `/api/v1${path}`, params),
    control: (path, body) => call(body === undefined ? 'GET' : 'POST', `/sandbox${path}`, {}, body),
    passMs(ms) {
      real += ms;
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** Reads `a.b.0` out of an answer; undefined when it is not there. */
export function at(value: unknown, path: string): unknown {
  let here: unknown = value;
  for (const key of path.split('.')) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = (here as Record<string, unknown>)[key];
  }
  return here;
}

export function list(value: unknown, path: string): readonly Record<string, unknown>[] {
  const found = at(value, path);
  if (!Array.isArray(found)) throw new Error(`no list at ${path}`);
  return found as readonly Record<string, unknown>[];
}

export const NEW_GOOD = {
  product_condition: 'PRODUCT_CONDITION_NEW',
  packaging_condition: 'PACKAGING_CONDITION_GOOD_CONDITION',
} as const;

/** Parameters of a create that is allowed: a Dunk at $500, far above any offer. */
export function draftOf(changes: Params = {}): Params {
  return {
    catalog_id: 'dunk-low-black-white-dd1391-100',
    price_cents: 50_000,
    condition: 'CONDITION_NEW',
    packaging_condition: 'PACKAGING_CONDITION_GOOD_CONDITION',
    size: 10,
    size_unit: 'SIZE_UNIT_US',
    ...changes,
  };
}
