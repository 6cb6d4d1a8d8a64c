import type { ArchvdDatabase } from '@/lib/db/database';
import { addImport, findImport } from '@/lib/db/repositories/imports';
import { sha256 } from '@/lib/db/sha256';
import { assignLots, type LotPlan } from '@/lib/domain/inventory/cost-lots';
import { parseLedgerCsv, type Ledger } from '@/lib/domain/inventory/ledger-csv';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Instant } from '@/lib/domain/time/instant';
import type { CommandDeps } from './command-deps';

/** What a purchase ledger would do, or did. Counts are pairs; a problem names its line in the file. */
export interface LedgerResult {
  readonly rows: number;
  readonly filled: number;
  readonly added: number;
  readonly alreadyKnown: number;
  readonly problems: { line: number; message: string }[];
}

/** Tells what `importPurchaseLedger` would do with the same text now, and writes nothing. */
export async function previewPurchaseLedger(deps: Pick<CommandDeps, 'db'>, text: string): Promise<LedgerResult> {
  const ledger = parseLedgerCsv(text);
  return toResult(ledger, await planLots(deps.db, ledger));
}

/**
 * Fills in costs and adds pairs from a purchase ledger, all or nothing. The same file again changes nothing, except for
 * pairs that came to be known since.
 */
export async function importPurchaseLedger(deps: CommandDeps, fileName: string, text: string): Promise<LedgerResult> {
  const { db } = deps;
  const ledger = parseLedgerCsv(text);
  const digest = await sha256(text);
  const now = deps.now();
  return db.transaction('rw', [db.inventory, db.listings, db.imports], async () => {
    const plan = await planLots(db, ledger);
    const result = toResult(ledger, plan);
    await carryOut(deps, plan, now);
    await recordImport(deps, { fileName, digest, now, result });
    return result;
  });
}

async function planLots(db: ArchvdDatabase, ledger: Ledger): Promise<LotPlan> {
  const pairs = await db.inventory.toArray();
  const listedAt = new Map<string, Instant>();
  const byListing = new Map(
    pairs.flatMap((pair) => (pair.goatListingId === null ? [] : [[pair.goatListingId, pair.id] as const])),
  );
  await db.listings.each((listing) => {
    const pairId = byListing.get(listing.externalId);
    if (pairId !== undefined) listedAt.set(pairId, listing.listedAt);
  });
  return assignLots(ledger.lines, pairs, listedAt);
}

async function carryOut(deps: CommandDeps, plan: LotPlan, now: Instant): Promise<void> {
  const { inventory } = deps.db;
  const known = await inventory.bulkGet(plan.fills.map((fill) => fill.pairId));
  const filled = plan.fills.flatMap((fill, nth): Pair[] => {
    const pair = known[nth];
    return pair === undefined ? [] : [{ ...pair, ...fill.changes, updatedAt: now }];
  });
  const added = plan.additions.map((pair): Pair => ({
    id: deps.newId(),
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    ...pair,
  }));
  await inventory.bulkPut(filled);
  await inventory.bulkAdd(added);
}

interface ImportFacts {
  readonly fileName: string;
  readonly digest: string;
  readonly now: Instant;
  readonly result: LedgerResult;
}

async function recordImport(deps: CommandDeps, { fileName, digest, now, result }: ImportFacts): Promise<void> {
  const known = await findImport(deps.db, digest);
  if (known !== null)
    return void (await deps.db.imports.update(known.id, {
      updatedAt: now,
      applied: known.applied + result.filled + result.added,
    }));
  await addImport(deps.db, {
    id: deps.newId(),
    createdAt: now,
    updatedAt: now,
    kind: 'purchase-ledger',
    fileName,
    digest,
    rows: result.rows,
    applied: result.filled + result.added,
    skipped: result.alreadyKnown,
    problems: result.problems,
    undoneAt: null,
  });
}

function toResult(ledger: Ledger, plan: LotPlan): LedgerResult {
  const conflicts = plan.conflicts.map(({ ref, goatListingId }) => ({
    line: ledger.lines.findIndex((line) => line.ref === ref) + 2,
    message: `The pair of listing ${goatListingId} has its cost already. It was left as it is.`,
  }));
  return {
    rows: ledger.rows,
    filled: plan.fills.length,
    added: plan.additions.length,
    alreadyKnown: plan.alreadyKnown,
    problems: [...ledger.problems, ...conflicts],
  };
}
