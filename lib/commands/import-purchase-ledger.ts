import type { ArchvdDatabase } from '@/lib/db/database';
import { addImport, findImport } from '@/lib/db/repositories/imports';
import { sha256 } from '@/lib/db/sha256';
import { assignLots, type LotPlan } from '@/lib/domain/inventory/cost-lots';
import { parseLedgerCsv, type Ledger } from '@/lib/domain/inventory/ledger-csv';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Instant } from '@/lib/domain/time/instant';
import type { ImportRow } from '@/lib/db/rows';
import type { CommandDeps } from './command-deps';
import { stampAfter } from './keep-undo';

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
 * pairs that came to be known since. It is an import like any other, and can be taken back.
 */
export async function importPurchaseLedger(deps: CommandDeps, fileName: string, text: string): Promise<LedgerResult> {
  const { db } = deps;
  const ledger = parseLedgerCsv(text);
  const digest = `${await sha256(text)}:ledger`;
  return db.transaction('rw', [db.inventory, db.listings, db.imports, db.importChanges], async () => {
    const plan = await planLots(db, ledger);
    const result = toResult(ledger, plan);
    const known = await findImport(db, digest);
    const importId = known?.id ?? deps.newId();
    await carryOut(deps, plan, importId);
    await recordImport(deps, { fileName, digest, importId, known, result });
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

async function carryOut(deps: CommandDeps, plan: LotPlan, importId: string): Promise<void> {
  const { inventory, importChanges } = deps.db;
  const now = deps.now();
  const known = await inventory.bulkGet(plan.fills.map((fill) => fill.pairId));
  const filled = plan.fills.flatMap((fill, nth) => {
    const before = known[nth];
    if (before === undefined) return [];
    return [{ before, after: { ...before, ...fill.changes, updatedAt: stampAfter(before.updatedAt, now) } }];
  });
  const added = plan.additions.map((pair): Pair => {
    const stamps = { id: deps.newId(), createdAt: now, updatedAt: now, deletedAt: null };
    return { ...stamps, ...pair, importId };
  });
  await inventory.bulkPut(filled.map(({ after }) => after));
  await inventory.bulkAdd(added);
  await importChanges.bulkAdd(
    filled.map(({ before, after }) => {
      const change = { id: deps.newId(), importId, table: 'inventory', rowId: before.id, stamp: after.updatedAt };
      return { ...change, before: { ...before } };
    }),
  );
}

interface ImportFacts {
  readonly fileName: string;
  readonly digest: string;
  readonly importId: string;
  /** The same file was read before. */
  readonly known: ImportRow | null;
  readonly result: LedgerResult;
}

async function recordImport(
  deps: CommandDeps,
  { fileName, digest, importId, known, result }: ImportFacts,
): Promise<void> {
  const now = deps.now();
  const applied = result.filled + result.added;
  if (known !== null) {
    const updatedAt = stampAfter(known.updatedAt, now);
    return void (await deps.db.imports.update(known.id, { updatedAt, applied: known.applied + applied }));
  }
  await addImport(deps.db, {
    id: importId,
    createdAt: now,
    updatedAt: now,
    kind: 'purchase-ledger',
    standing: 'done',
    fileName,
    digest,
    rows: result.rows,
    applied,
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
