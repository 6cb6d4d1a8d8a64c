import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDemoMarket, type DemoMarket } from './demo-market';
import { at, draftOf, list } from './make-test-market';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './market/time';
import type { WriteJournal } from './write-journal';

const START = Date.parse('2026-03-04T12:00:07Z');

/** One browser: what it keeps, its clock, and the market of the present worker. */
function makeBrowser() {
  const entries: string[] = [];
  let now = START;
  const journal: WriteJournal = {
    read: async () => [...entries],
    append: async (entry) => void entries.push(entry),
  };
  const born = (): DemoMarket => createDemoMarket({ startedAt: START, seed: 7, now: () => now, journal });
  let demo = born();
  return {
    entries,
    kill: () => void (demo = born()),
    pass: (ms: number) => void (now += ms),
    async call(method: string, path: string, body?: unknown): Promise<unknown> {
      const headers = { authorization: `Bearer ${demo.token}`, 'content-type': 'application/json' };
      const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
      return (await demo.fetch(new Request(`${demo.url}${path}`, init))).json();
    },
  };
}

type Browser = ReturnType<typeof makeBrowser>;

async function allOf(browser: Browser, path: string, key: string): Promise<readonly Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  for (let token = ''; ;) {
    const query = `page_size=50${token === '' ? '' : `&pagination_token=${encodeURIComponent(token)}`}`;
    const body = await browser.call('GET', `${path}${path.includes('?') ? '&' : '?'}${query}`);
    rows.push(...list(body, key));
    const next = ['pagination.pagination_token', 'pagination.next_page_token', 'next_pagination_token'];
    token = next.map((place) => at(body, place)).find((value) => typeof value === 'string') ?? '';
    if (token === '') return rows;
  }
}

/** Everything a seller can see of a market. */
async function everything(browser: Browser): Promise<unknown> {
  const batches = await allOf(browser, '/listings/batch', 'batches');
  const operations: unknown[] = [];
  for (const { id } of batches) operations.push(await browser.call('GET', `/listings/batch_operations/${String(id)}`));
  const gone = 'facet_filters=status:sold&facet_filters=status:deleted';
  return {
    listings: await allOf(browser, '/listings', 'listings'),
    gone: await allOf(browser, `/listings?${gone}`, 'listings'),
    orders: await allOf(browser, '/orders', 'results'),
    batches,
    operations,
    quota: await browser.call('GET', '/listings/batch_operation/quota'),
  };
}

type Step =
  | { readonly kind: 'pass'; readonly ms: number }
  /** Time passes in slices; whoever lives looks after each. */
  | { readonly kind: 'watch'; readonly slices: readonly number[] }
  | { readonly kind: 'price'; readonly nth: number; readonly dollars: number; readonly isBatch: boolean }
  | { readonly kind: 'ids'; readonly action: 'activate' | 'deactivate' | 'delete'; readonly from: number }
  | { readonly kind: 'create'; readonly quantity: number; readonly activate: boolean }
  | { readonly kind: 'kill' };

const spell = fc.oneof(
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 3 * MINUTE_MS }) },
  { weight: 2, arbitrary: fc.integer({ min: HOUR_MS, max: 5 * DAY_MS }) },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('pass'), ms: spell }),
  fc.record({ kind: fc.constant('watch'), slices: fc.array(fc.nat(90), { minLength: 1, maxLength: 6 }) }),
  fc.record({
    kind: fc.constant('price'),
    nth: fc.nat(60),
    dollars: fc.integer({ min: 26, max: 500 }),
    isBatch: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('ids'),
    action: fc.constantFrom('activate', 'deactivate', 'delete'),
    from: fc.nat(60),
  }),
  fc.record({ kind: fc.constant('create'), quantity: fc.integer({ min: 1, max: 4 }), activate: fc.boolean() }),
  fc.record({ kind: fc.constant('kill') }),
);

/** What the seller wants is told by ids known from the start, so that no step depends on an answer. */
async function take(browser: Browser, ids: readonly string[], one: Step, looks: boolean): Promise<void> {
  const id = (nth: number): string => ids[nth % ids.length] ?? '';
  switch (one.kind) {
    case 'pass':
      return browser.pass(one.ms);
    case 'kill':
      return browser.kill();
    case 'watch':
      for (const ms of one.slices) {
        browser.pass(ms);
        if (looks) await browser.call('GET', '/listings');
      }
      return;
    case 'price': {
      const cents = one.dollars * 100;
      if (!one.isBatch) return void (await browser.call('POST', `/listings/${id(one.nth)}?price_cents=${cents}`));
      const items = [0, 1, 2].map((more) => ({ id: id(one.nth + more), price_cents_change: { new_value: cents } }));
      return void (await browser.call('POST', '/listings/batch_update', { items }));
    }
    case 'ids': {
      const query = [0, 1, 2, 3, 4].map((more) => `ids=${id(one.from + more)}`).join('&');
      const method = one.action === 'delete' ? 'DELETE' : 'POST';
      return void (await browser.call(method, `/listings/batch_${one.action}?${query}`));
    }
    case 'create': {
      const { activate, quantity } = one;
      await browser.call('POST', '/listings/batch_create', { items: [{ ...draftOf(), activate, quantity }] });
    }
  }
}

describe('what was done to the demo market', () => {
  test('lives on: killed at any point and looked at or not, it is the same market', async () => {
    const first = makeBrowser();
    const ids = (await allOf(first, '/listings', 'listings')).map((row) => String(row['id']));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
        const mortal = makeBrowser();
        const immortal = makeBrowser();
        for (const one of steps) {
          await take(mortal, ids, one, true);
          // Neither dies nor is looked at: what it becomes, it becomes by writes and time alone.
          if (one.kind !== 'kill') await take(immortal, ids, one, false);
        }
        const lived = await everything(mortal);
        expect(lived).toEqual(await everything(immortal));
        mortal.kill();
        expect(await everything(mortal)).toEqual(lived);
      }),
      { seed: 11, numRuns: 20 },
    );
  }, 60_000);

  test('a batch is worked off at its own pace, whoever looks', async () => {
    const [watched, unwatched] = [makeBrowser(), makeBrowser()];
    for (const browser of [watched, unwatched]) {
      await browser.call('POST', '/listings/batch_create', {
        items: [{ ...draftOf({ activate: 'true' }), quantity: 50 }],
      });
    }
    for (let i = 0; i < 40; i++) {
      watched.pass(7);
      await watched.call('GET', '/listings/batch');
    }
    unwatched.pass(280);
    watched.pass(3 * DAY_MS);
    unwatched.pass(3 * DAY_MS);
    unwatched.kill();
    const made = await everything(watched);
    expect(made).toEqual(await everything(unwatched));
    expect(at(made, 'batches.0.status')).toBe('BATCH_STATUS_COMPLETED');
    expect(Date.parse(String(at(made, 'batches.0.completed_at')))).toBe(START + 120 + 50 * 3);
  });

  test('is written down before it is done: what cannot be written down is not done', async () => {
    let isFull = true;
    const entries: string[] = [];
    const journal: WriteJournal = {
      read: async () => [...entries],
      append: async (entry) => {
        if (isFull) throw new Error('no room');
        entries.push(entry);
      },
    };
    const demo = createDemoMarket({ startedAt: START, seed: 7, now: () => START, journal });
    const headers = { authorization: `Bearer ${demo.token}`, 'content-type': 'application/json' };
    const send = () =>
      demo.fetch(
        new Request(`${demo.url}/listings/batch_create`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ items: [draftOf()] }),
        }),
      );
    await expect(send()).rejects.toThrow('no room');
    const batches = await demo.fetch(new Request(`${demo.url}/listings/batch`, { headers }));
    expect(list(await batches.json(), 'batches')).toEqual([]);
    isFull = false;
    expect((await send()).status).toBe(200);
    expect(entries).toHaveLength(1);
  });

  test('pictures and tokens are not in it, and an entry that cannot be read stops nothing', async () => {
    const browser = makeBrowser();
    const created = await browser.call('POST', `/listings?${query(draftOf())}`);
    const id = String(at(created, 'listing.id'));
    const picture = encodeURIComponent('/9j/'.padEnd(200_000, 'A'));
    const answer = await browser.call(
      'POST',
      `/pictures?listing_id=${id}&type=PICTURE_TYPE_TOP&base64_data=${picture}`,
    );
    expect(at(answer, 'picture.listing_id')).toBe(id);
    expect(browser.entries.join('').length).toBeLessThan(2000);
    expect(browser.entries.join('')).not.toContain('archvd_demo_market');
    browser.entries.unshift('{"at":"yesterday"}', 'nothing');
    const before = await everything(browser);
    browser.kill();
    expect(await everything(browser)).toEqual(before);
  });

  test('a clock that is set back does not turn the market back', async () => {
    const browser = makeBrowser();
    browser.pass(DAY_MS);
    await browser.call('POST', `/listings?${query(draftOf())}`);
    const before = await everything(browser);
    browser.pass(-DAY_MS / 2);
    browser.kill();
    expect(await everything(browser)).toEqual(before);
  });
});

function query(params: Readonly<Record<string, unknown>>): string {
  return new URLSearchParams(Object.entries(params).map(([key, value]) => [key, String(value)])).toString();
}
