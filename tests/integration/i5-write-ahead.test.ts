import { describe, expect, test } from 'vitest';
import { makeDraft } from '../fixtures/drafts';
import { makeOutboxWorld, type Journey, type OutboxWorld } from './outbox-world';
import { allowRules, enqueueRules, priceWrite } from './outbox-rules';
import { makeSharedMarket } from './shared-market';

/** I5: no request that changes something leaves without a committed row that says so; the rows alone explain the market. */

const market = makeSharedMarket();

/** Whatever is sent, the books already say that it is on its way; else it is noted. */
function watchLedger(world: OutboxWorld): string[] {
  const unexplained: string[] = [];
  world.onRequest = async (method, path, body) => {
    if (method === 'GET') return;
    const sending = (await world.worker.db.outbox.toArray()).filter(({ state }) => state === 'sending');
    const text = `${path} ${body}`;
    const named = sending.filter((row) => text.includes(row.externalId ?? row.decisionId));
    const isWhole =
      named.length > 0 && named.every((row) => row.sentAt !== null && row.lease !== null && row.attempts > 0);
    if (!isWhole) unexplained.push(text);
  };
  return unexplained;
}

async function busy(world: OutboxWorld): Promise<void> {
  await allowRules(world);
  const [a, b, c] = [await world.list(500), await world.list(510), await world.list(520)];
  const pair = await world.stock();
  await enqueueRules(world, [[a, 480]]);
  await world.enqueue([
    priceWrite(b, 490),
    { entityId: c.id, write: { kind: 'listing/delete', externalId: c.externalId } },
    { entityId: pair.id, write: { kind: 'listing/create', pairId: pair.id, draft: makeDraft(), activate: true } },
  ]);
}

describe('I5 write-ahead', () => {
  test('every request is in the books before it leaves, wherever the worker dies and whatever the answer meets', async () => {
    const journeys: readonly Journey[] = ['ok', 'twice', 'request-lost', 'response-lost'];
    for (let dieAt = 10; dieAt <= 190; dieAt += 12) {
      const world = await makeOutboxWorld({ market });
      await busy(world);
      const unexplained = watchLedger(world);
      world.journeys.push(...journeys, ...journeys);
      const worker = world.reborn(dieAt);
      await worker.drain().catch(() => null);
      worker.db.close();
      world.journeys.splice(0);
      await world.settle();
      expect(unexplained).toEqual([]);
      await expectExplained(world);
    }
  });

  test('a write tells what it was made from: the decision, the price that was there and the one that is wanted', async () => {
    const world = await makeOutboxWorld({ market });
    await allowRules(world);
    await enqueueRules(world, [[await world.list(500), 480]]);
    await world.settle();
    const [row] = await world.outbox();
    const decision = await world.worker.db.repricingDecisions.get(row?.decisionId ?? '');
    expect(decision?.decision).toMatchObject({
      kind: 'change',
      to: row?.write.kind === 'listing/price' && row.write.to,
    });
    expect(row?.write).toMatchObject({ from: decision?.from });
  });
});

/** For each thing that happened to a listing there is a row that wanted it. */
async function expectExplained(world: OutboxWorld): Promise<void> {
  const rows = await world.outbox();
  const keys = new Set(rows.flatMap(({ externalId }) => externalId ?? []));
  const ofWrites = world.effects().filter(({ kind, requestId }) => kind.startsWith('listing/') && requestId !== null);
  expect(ofWrites.filter(({ id }) => !keys.has(id)).map(({ kind, id }) => `${kind} ${id}`)).toEqual([]);
}
