import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasOutboxWork } from '@/lib/db/repositories/open-writes';
import type { OutboxRow } from '@/lib/db/selling-rows';
import { isOpenWrite, type Write, type WriteState } from '@/lib/domain/outbox/write';
import { NEITHER, type SellingTestDeps } from '@/tests/fixtures/asked-writes';
import { usd } from '@/tests/fixtures/builders';
import { addListed, carryOut, makeSellingDeps, outboxOf } from '@/tests/fixtures/selling-deps';
import { carryUndoWishes } from './carry-undo-wishes';
import { setPrices } from './set-prices';
import { switchListings } from './switch-listings';
import { undoWrites } from './undo-writes';

const carry = (deps: SellingTestDeps) => carryUndoWishes(deps.db, async () => deps);

/** One listing of a command: how its write stands when undo is pressed, and what alias makes of it when it is on its way. */
interface Story {
  readonly pressed: Extract<WriteState, 'pending' | 'sending' | 'unknown' | 'confirmed'>;
  readonly ends: 'confirmed' | 'pending' | 'rejected';
}

type Kind = 'price' | 'activate' | 'deactivate';

async function command(deps: SellingTestDeps, kind: Kind, count: number): Promise<string> {
  const ids: string[] = [];
  for (let nth = 0; nth < count; nth += 1)
    ids.push((await addListed(deps, { status: kind === 'activate' ? 'inactive' : 'active' })).listing.id);
  const wishes = ids.map((listingId) => ({ listingId, from: usd(120), to: usd(115), ...NEITHER }));
  const sent = kind === 'price' ? await setPrices(deps, wishes) : await switchListings(deps, kind, ids);
  return sent.groupId ?? '';
}

/** What the market did, a line for each listing; a write that is carried out although it ended before counts as well. */
type Effects = Map<string, Write['kind'][]>;

async function end(deps: SellingTestDeps, row: OutboxRow, as: Story['ends'], effects: Effects): Promise<void> {
  if (as !== 'confirmed') return void (await deps.db.outbox.update(row.id, { state: as }));
  effects.set(row.entityId, [...(effects.get(row.entityId) ?? []), row.kind]);
  await carryOut(deps, [row]);
}

test('whenever undo is pressed, and however often, everything ends as it began, and nothing is done twice', async () => {
  const story: fc.Arbitrary<Story> = fc.record({
    pressed: fc.constantFrom('pending', 'sending', 'unknown', 'confirmed'),
    ends: fc.constantFrom('confirmed', 'pending', 'rejected'),
  });
  const scene = fc.record({
    kind: fc.constantFrom<Kind>('price', 'activate', 'deactivate'),
    stories: fc.array(story, { minLength: 1, maxLength: 4 }),
    again: fc.array(fc.nat(5), { maxLength: 2 }),
    seed: fc.nat(),
  });
  await fc.assert(
    fc.asyncProperty(scene, async ({ kind, stories, again, seed }) => {
      const deps = await makeSellingDeps();
      const effects: Effects = new Map();
      const groupId = await command(deps, kind, stories.length);
      const before = await deps.db.listings.toArray();
      const endOf = new Map<string, Story['ends']>();
      for (const [nth, row] of (await outboxOf(deps)).entries()) {
        const { pressed, ends } = stories[nth] ?? { pressed: 'pending', ends: 'confirmed' };
        endOf.set(row.id, ends);
        if (pressed === 'confirmed') await end(deps, row, 'confirmed', effects);
        else await deps.db.outbox.update(row.id, { state: pressed });
      }
      deps.push(1000);
      await undoWrites(deps, groupId);
      for (let turn = 0; turn < 20; turn += 1) {
        // Asked for when it is over, it says so, and changes nothing.
        if (again.includes(turn)) await undoWrites(deps, groupId).catch(() => null);
        await carry(deps);
        const open = (await outboxOf(deps)).filter(({ state }) => isOpenWrite(state));
        const row = open[(seed + turn) % Math.max(1, open.length)];
        if (row === undefined) break;
        const isOnItsWay = row.state !== 'pending';
        await end(deps, row, isOnItsWay ? (endOf.get(row.id) ?? 'confirmed') : 'confirmed', effects);
        deps.push(1000);
      }
      const after = await deps.db.listings.toArray();
      expect(after.map(({ price, status }) => ({ price, status }))).toEqual(
        before.map(({ price, status }) => ({ price, status })),
      );
      for (const done of effects.values()) expect(done).toHaveLength(2);
      expect(await hasOutboxWork(deps.db)).toBe(false);
      expect(await deps.db.writeGroups.filter(({ undoWanted }) => undoWanted !== undefined).count()).toBe(0);
    }),
    { numRuns: 40, seed: 7 },
  );
});
