import { carryUndoWishes } from '@/lib/commands/carry-undo-wishes';
import type { createOutboxTask } from '@/lib/jobs/outbox-task';
import type { DeskParts } from './ports';
import { runUndoDeps } from './run-undo-deps';
import { sellingDeps } from './selling-deps';

/** What sending works with: fees and guards are asked for anew before every request. */
export function outboxDeps({
  ground,
  writing,
  reading,
  stored,
}: Pick<DeskParts, 'ground' | 'writing' | 'reading' | 'stored'>): Parameters<typeof createOutboxTask>[0] {
  const { db, clock, random } = ground;
  return {
    db,
    clock,
    random,
    marketplace: writing,
    carryUndoWishes: () =>
      carryUndoWishes(db, async () => ({
        ...(await sellingDeps({ ground, stored })),
        ...(await runUndoDeps({ ground, stored })),
      })),
    regionId: () => reading.regionId(),
    guards: () => stored.get('repricingGuards'),
    feeProfile: () => stored.get('feeProfile'),
    displayCurrency: () => stored.get('displayCurrency'),
  };
}
