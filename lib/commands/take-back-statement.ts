import { bankChanges, logBank, type BankDeps } from './bank-changes';
import { CommandError } from './command-deps';
import { bankTables } from './match-lines';
import { partLine } from './match-work';

/**
 * Takes a whole statement back: its lines go, and what the rule changed when it came is as it was before. What a person
 * matched since is parted again; what was changed since otherwise stays. The file can be imported again.
 *
 * @throws CommandError `not-found` when there is no such import, or it was taken back already
 */
export async function takeBackStatement(deps: BankDeps, importId: string): Promise<{ readonly removed: number }> {
  const { db } = deps;
  return db.transaction('rw', [...bankTables(db), db.imports, db.importChanges], async () => {
    const row = await db.imports.get(importId);
    if (row === undefined || row.kind !== 'bank' || row.undoneAt !== null)
      throw new CommandError('not-found', 'That import was taken back already. Nothing was changed.');
    const changes = bankChanges(deps);
    const lines = await db.bankLines.where('importId').equals(importId).toArray();
    const unchanged = await unchangedSince(deps, importId);
    const others = await linesOfOthers(deps, unchanged);
    for (const line of [...lines, ...others]) if (line.state === 'matched') await partLine(deps, changes, line);
    for (const { table, before } of unchanged) await db.table(table).put(before);
    await db.bankLines.bulkDelete(lines.map(({ id }) => id));
    await db.importChanges.where('importId').equals(importId).delete();
    await db.imports.put({ ...row, undoneAt: deps.now(), updatedAt: deps.now(), digest: `undone:${importId}` });
    await removeEmptyAccount(deps, lines[0]?.accountId, row.createdAt);
    await logBank(deps, { kind: 'bank/take-back', summary: 'Statement taken back', facts: { lines: lines.length } });
    return { removed: lines.length };
  });
}

/** Rows nobody touched since the import changed them: they go back exactly. */
async function unchangedSince({ db }: BankDeps, importId: string) {
  const kept = await db.importChanges.where('importId').equals(importId).toArray();
  const present = await Promise.all(
    kept.map(({ table, rowId }) => db.table<{ updatedAt: number }, string>(table).get(rowId)),
  );
  return kept.filter(({ stamp }, nth) => present[nth]?.updatedAt === stamp);
}

/** Lines of other statements that the rule matched when this one came: payouts it made of them go as well. */
async function linesOfOthers({ db }: BankDeps, unchanged: Awaited<ReturnType<typeof unchangedSince>>) {
  const ids = unchanged.flatMap(({ table, rowId }) => (table === 'bankLines' ? [rowId] : []));
  return (await db.bankLines.bulkGet(ids)).filter((line) => line !== undefined);
}

/** An account that came with the statement, and has nothing else, goes with it. */
async function removeEmptyAccount({ db }: BankDeps, accountId: string | undefined, at: number): Promise<void> {
  const account = accountId === undefined ? undefined : await db.bankAccounts.get(accountId);
  if (account === undefined || account.createdAt !== at || account.updatedAt !== at) return;
  const left = await db.bankLines
    .where('[accountId+bookedOn]')
    .between([account.id, ''], [account.id, '\uffff'])
    .count();
  if (left === 0) await db.bankAccounts.delete(account.id);
}
