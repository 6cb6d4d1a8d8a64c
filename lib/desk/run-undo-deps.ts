import type { RunUndoDeps } from '@/lib/commands/run-way-back';
import { decisionTables, readDecisionInputs } from '@/lib/queries/decision-inputs';
import { commandDeps } from './attempt';
import type { DeskParts } from './ports';

/** What taking a run back works with: settings as they are now, read before any transaction begins. */
export async function runUndoDeps({ ground, stored }: Pick<DeskParts, 'ground' | 'stored'>): Promise<RunUndoDeps> {
  const [profile, regionId] = await Promise.all([stored.get('feeProfile'), stored.get('regionId')]);
  const deps = commandDeps(ground);
  const { db } = ground;
  return {
    ...deps,
    inputTables: decisionTables(db),
    inputs: (listingIds) => readDecisionInputs(db, { now: deps.now(), profile, regionId, listingIds }),
  };
}
