import { afterEach, describe, expect, test } from 'vitest';
import { composeDesk, handToDesk } from '@/entrypoints/background/compose-desk';
import { composeMessages } from '@/entrypoints/background/compose-messages';
import { createDeskLoader } from '@/entrypoints/background/load-desk';
import type { Desk } from '@/lib/desk/desk';
import type { MessageParts } from '@/lib/desk/ports';
import { toFailure } from '@/lib/messaging/failure';
import { PROTOCOL } from '@/lib/messaging/protocol';
import { DEMO } from '@/lib/messaging/protocol/demo';
import { fakeMarketplace } from '../fakes/fake-marketplace';
import { fakeClock, fakeRandom, START } from '../fakes/fake-platform';
import { fakeVault } from '../fakes/fake-vault';
import { makeDatabase } from '../fixtures/test-database';
import { testDesk } from '../fixtures/test-desk';

/** What a person asks for is a script of its own, which the worker loads at the first such message of its life. */

afterEach(() => {
  globalThis.archvdDesk = undefined;
});

const put = async (): Promise<void> => {
  globalThis.archvdDesk = testDesk;
};

function makeParts(): MessageParts {
  const marketplace = fakeMarketplace();
  const db = makeDatabase();
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const ground = {
    db,
    clock: fakeClock(START),
    random: fakeRandom(),
    log,
    vault: fakeVault().vault,
    connection: { db },
  };
  // Nothing else is asked while the desk is opened and a view is saved.
  return { ground, marketplace, engine: {}, marketplaceWith: () => marketplace } as unknown as MessageParts;
}

describe('loading', () => {
  test('however many ask at once, the script runs once, and afterwards never again', async () => {
    let runs = 0;
    const load = createDeskLoader(async () => {
      runs += 1;
      await Promise.resolve();
      await put();
    });
    expect(await Promise.all([load(), load(), load()])).toEqual([testDesk, testDesk, testDesk]);
    expect(await load()).toBe(testDesk);
    expect(runs).toBe(1);
  });

  test('a failure is told in words to all who asked, and the next one to ask tries anew', async () => {
    let isThere = false;
    let runs = 0;
    const load = createDeskLoader(async () => {
      runs += 1;
      if (!isThere) throw new Error('NetworkError');
      await put();
    });
    const told = await Promise.all([load().catch(toFailure), load().catch(toFailure)]);
    const failure = {
      code: 'part-missing',
      message: 'Part of the companion could not be loaded. Nothing was changed. Reload the extension.',
    };
    expect(told).toEqual([failure, failure]);
    expect(runs).toBe(1);
    isThere = true;
    expect(await load()).toBe(testDesk);
  });

  test('a script that runs and leaves nothing is a failure too', async () => {
    await expect(createDeskLoader(async () => {})()).rejects.toMatchObject({ code: 'part-missing' });
  });
});

describe('handing on', () => {
  test('a world has one desk, whose memory lasts from message to message', async () => {
    const open = composeDesk(makeParts(), async () => testDesk);
    expect(await open()).toBe(await open());
  });

  test('every message of the protocol has a handler, at the desk or in the worker', async () => {
    const parts = makeParts();
    const asked: string[] = [];
    const handlers = new Proxy({}, { get: (_target, name) => async () => void asked.push(String(name)) });
    const messages = composeMessages(parts, async () => ({ handlers }) as unknown as Desk);
    const beside = [...Object.keys(DEMO), 'page/open-panel'];
    expect(Object.keys(messages).toSorted()).toEqual(
      Object.keys(PROTOCOL)
        .filter((name) => !beside.includes(name))
        .toSorted(),
    );
    const { handlers: real } = await composeDesk(parts, async () => testDesk)();
    for (const name of Object.keys(real)) await Reflect.apply(Reflect.get(messages, name), undefined, [{}, {}]);
    expect(asked).toEqual(Object.keys(real));
  });

  test('input and sender arrive, and the answer comes back; a desk that is not there is told', async () => {
    const parts = makeParts();
    const messages = composeMessages(
      parts,
      composeDesk(parts, async () => testDesk),
    );
    const rate = { base: 'EUR', quote: 'USD', rateE8: 110_000_000 };
    expect(await messages['fx/set-rate'](rate, {})).toMatchObject({ ok: true });
    expect(await parts.ground.db.fxRates.count()).toBe(1);
    const shut = handToDesk(() => Promise.reject(new Error('shut')), ['pairs/add']);
    await expect(shut['pairs/add']({ drafts: [] })).rejects.toThrow('shut');
  });
});
