import { z } from 'zod';
import type { SandboxProcess } from '../../../scripts/sandbox-process';

/** What the market says, asked past the extension. */

const listing = z.looseObject({
  id: z.string(),
  catalog_id: z.string(),
  status: z.string(),
  price_cents: z.string(),
  updated_at: z.string(),
  size: z.number(),
});
const order = z.looseObject({
  id: z.string(),
  catalog_id: z.string(),
  catalog_name: z.string(),
  listing_id: z.string(),
  status: z.string(),
  price_cents: z.string(),
  price_cents_after_take: z.string(),
  purchase_order_number: z.string(),
  sold_at: z.string(),
});
const log = z.object({
  requests: z.array(
    z.object({ at: z.string(), method: z.string(), path: z.string(), search: z.string(), status: z.number() }),
  ),
});

export type WireListing = z.infer<typeof listing>;
export type WireOrder = z.infer<typeof order>;

async function call(market: SandboxProcess, path: string, init: RequestInit = {}): Promise<unknown> {
  const headers = { authorization: `Bearer ${market.token}`, 'content-type': 'application/json' };
  const response = await fetch(`${market.origin}${path}`, { ...init, headers });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** A door of the sandbox that alias does not have: `sell`, `edit`, `faults`, `advance`. */
export async function control(market: SandboxProcess, door: string, body: object): Promise<unknown> {
  return call(market, `/sandbox/${door}`, { method: 'POST', body: JSON.stringify(body) });
}

/** Something the seller does in alias's own app. */
export async function post(market: SandboxProcess, path: string): Promise<unknown> {
  return call(market, `/api/v1${path}`, { method: 'POST' });
}

/** Requests that reached the API, oldest first; not those to its control doors. */
export async function requestsSeen(market: SandboxProcess) {
  const { requests } = log.parse(await call(market, '/sandbox/log'));
  return requests.filter((request) => request.path.startsWith('/api/'));
}

export async function allListings(market: SandboxProcess): Promise<WireListing[]> {
  const page = z.object({
    listings: z.array(listing),
    pagination: z.object({ pagination_token: z.string(), has_more: z.boolean() }),
  });
  return allPages(market, '/listings', (body) => {
    const { listings, pagination } = page.parse(body);
    return { items: listings, next: pagination.has_more ? pagination.pagination_token : '' };
  });
}

export async function allOrders(market: SandboxProcess): Promise<WireOrder[]> {
  const page = z.object({ results: z.array(order), pagination: z.object({ next_page_token: z.string() }) });
  return allPages(market, '/orders', (body) => {
    const { results, pagination } = page.parse(body);
    return { items: results, next: pagination.next_page_token };
  });
}

async function allPages<T>(
  market: SandboxProcess,
  path: string,
  read: (body: unknown) => { readonly items: T[]; readonly next: string },
): Promise<T[]> {
  const found: T[] = [];
  let next = '';
  do {
    const token = next === '' ? '' : `&pagination_token=${encodeURIComponent(next)}`;
    const page = read(await call(market, `/api/v1${path}?page_size=50${token}`));
    found.push(...page.items);
    next = page.next;
  } while (next !== '');
  return found;
}
