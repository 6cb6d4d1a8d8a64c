import type { ArchvdDatabase, AnyTable } from '@/lib/db/database';
import type { BankLineRow } from '@/lib/db/bank-rows';
import { readReconcileBooks, RECONCILED } from '@/lib/db/repositories/reconcile-books';
import { reason, writeReasons } from '@/lib/domain/reconcile/reason';
import { reconcile } from '@/lib/domain/reconcile/reconcile';
import { bankChanges, lineIn, logBank, type BankChanges, type BankDeps } from './bank-changes';
import { keepUndo } from './keep-undo';
import { joinLine, partLine, type MatchWish } from './match-work';

/** Tables every command on statements spans. */
export function bankTables(db: ArchvdDatabase): AnyTable[] {
  return [...RECONCILED.map((name) => db.table(name)), db.bankAccounts, db.activity, db.undos];
}

interface Undoable {
  readonly undoId: string | null;
}

export interface MatchedBy extends Undoable {
  readonly matched: number;
}

/**
 * Matches lines with what the person said, all or none.
 *
 * @throws CommandError `not-found`, `not-allowed`, `bad-value`
 */
export async function matchLines(
  deps: BankDeps,
  wishes: readonly { readonly lineId: string; readonly to: Omit<MatchWish, 'by'> }[],
): Promise<MatchedBy> {
  const { db } = deps;
  return db.transaction('rw', bankTables(db), async () => {
    const changes = bankChanges(deps);
    for (const { lineId, to } of wishes) {
      const why = to.reason === '' ? writeReasons([reason('by-hand')]) : to.reason;
      await joinLine(deps, changes, await lineIn(deps, lineId, ['open', 'ignored']), {
        ...to,
        reason: why,
        by: 'user',
      });
    }
    await logBank(deps, { kind: 'bank/match', summary: 'Bank lines matched', facts: { lines: wishes.length } });
    return { matched: wishes.length, undoId: await keepUndo(deps, 'bank/match', changes.list()) };
  });
}

/** Matches by rule whatever of the open lines is certain; everything else stays for a person. */
export async function matchCertain(deps: BankDeps): Promise<MatchedBy> {
  const { db } = deps;
  return db.transaction('rw', bankTables(db), async () => {
    const changes = bankChanges(deps);
    const matched = await joinCertain(deps, changes);
    if (matched > 0)
      await logBank(deps, { kind: 'bank/match', summary: 'Bank lines matched by rule', facts: { lines: matched } });
    return { matched, undoId: await keepUndo(deps, 'bank/match', changes.list()) };
  });
}

/** The same in the transaction of another command. Answers how many lines were matched. */
export async function joinCertain(deps: BankDeps, changes: BankChanges): Promise<number> {
  const open = await openLines(deps);
  const byId = new Map(open.map((line) => [line.id, line]));
  let matched = 0;
  for (const { lineId, best } of reconcile(await readReconcileBooks(deps.db, open, deps.offsetAt))) {
    const line = byId.get(lineId);
    if (line === undefined || best?.confidence !== 'certain') continue;
    const { kind, ids, reasons } = best;
    await joinLine(deps, changes, line, { kind, ids, reason: writeReasons(reasons), by: 'rule' });
    matched += 1;
  }
  return matched;
}

/** Lines nothing is matched with, of accounts that are still kept. */
async function openLines({ db }: BankDeps): Promise<readonly BankLineRow[]> {
  const gone = new Set(
    (await db.bankAccounts.filter(({ deletedAt }) => deletedAt !== null).toArray()).map(({ id }) => id),
  );
  const open = await db.bankLines.where('state').equals('open').toArray();
  return open.filter(({ accountId }) => !gone.has(accountId));
}

/** Parts lines from what they were matched with, or takes ignored ones up again. */
export async function unmatchLines(deps: BankDeps, ids: readonly string[]): Promise<Undoable> {
  const { db } = deps;
  return db.transaction('rw', bankTables(db), async () => {
    const changes = bankChanges(deps);
    for (const id of new Set(ids)) await partLine(deps, changes, await lineIn(deps, id, ['matched', 'ignored']));
    await logBank(deps, { kind: 'bank/unmatch', summary: 'Bank lines parted', facts: { lines: ids.length } });
    return { undoId: await keepUndo(deps, 'bank/unmatch', changes.list()) };
  });
}

/** Puts lines aside that are none of the business. */
export async function ignoreLines(deps: BankDeps, ids: readonly string[]): Promise<Undoable> {
  const { db } = deps;
  return db.transaction('rw', bankTables(db), async () => {
    const changes = bankChanges(deps);
    for (const id of new Set(ids)) {
      const line = await lineIn(deps, id, ['open']);
      await changes.put('bankLines', line, { ...line, state: 'ignored' });
    }
    await logBank(deps, { kind: 'bank/ignore', summary: 'Bank lines put aside', facts: { lines: ids.length } });
    return { undoId: await keepUndo(deps, 'bank/ignore', changes.list()) };
  });
}
