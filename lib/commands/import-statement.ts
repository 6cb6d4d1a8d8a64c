import type { BankAccountRow, BankLineRow } from '@/lib/db/bank-rows';
import type { ImportMappingRow } from '@/lib/db/money-rows';
import { planStatement, type ToldLine } from '@/lib/domain/reconcile/plan-statement';
import { addAccount, existingAccount, type AccountDraft } from './bank-accounts';
import { bankChanges, logBank, type BankDeps } from './bank-changes';
import { CommandError } from './command-deps';
import { bankTables, joinCertain } from './match-lines';

export interface StatementImport {
  readonly fileName: string;
  /** SHA-256 of the file, hex. */
  readonly digest: string;
  readonly format: string;
  /** An account of the books, or a new one. */
  readonly account: { readonly id: string } | AccountDraft;
  readonly lines: readonly ToldLine[];
  readonly problems: readonly { readonly line: number; readonly message: string }[];
  /** Of a table: what its columns were taken for, to be known again. */
  readonly mapping: Pick<ImportMappingRow, 'header' | 'settings'> | null;
}

export interface ImportedStatement {
  /** null: nothing was new, and nothing was written. */
  readonly importId: string | null;
  readonly accountId: string;
  readonly added: number;
  readonly known: number;
  /** Matched by rule at once. */
  readonly matched: number;
}

/**
 * Takes over the lines of one account, all or nothing. A line is known by its mark: the same statement again, or one that
 * overlaps, adds nothing twice. What is certain is matched by rule; what that changed is kept, so that taking the import
 * back leaves everything as it was.
 *
 * @throws CommandError `not-found`, `bad-value`
 */
export async function importStatement(given: BankDeps, wish: StatementImport): Promise<ImportedStatement> {
  if (wish.lines.length === 0)
    throw new CommandError('bad-value', 'There is no line in it that can be read. Nothing was changed.');
  // One moment for all of it: by that an account that came with its statement is known again.
  const at = given.now();
  const deps = { ...given, now: () => at };
  const { db } = deps;
  const tables = [...bankTables(db), db.imports, db.importChanges, db.importMappings];
  return db.transaction('rw', tables, async () => {
    const changes = bankChanges(deps);
    const account =
      'id' in wish.account
        ? await existingAccount(deps, wish.account.id)
        : await addAccount(deps, changes, wish.account);
    if (wish.lines.some(({ amount }) => amount.currency !== account.currency))
      throw new CommandError('bad-value', 'The file is in another currency than the account. Nothing was changed.');
    const known = await db.bankLines
      .where('[accountId+bookedOn]')
      .between([account.id, ''], [account.id, '\uffff'])
      .toArray();
    const plan = planStatement(wish.lines, known, wish.format);
    const importId = deps.newId();
    const rows = plan.fresh.map(({ ref, told }) => newLine(deps, account, importId, ref, told));
    await db.bankLines.bulkAdd(rows);
    if (wish.mapping !== null) await keepMapping(deps, wish.mapping);
    const matching = bankChanges(deps);
    const matched = rows.length === 0 ? 0 : await joinCertain(deps, matching);
    const counts = { added: rows.length, known: plan.known, matched };
    if (rows.length === 0) return { importId: null, accountId: account.id, ...counts };
    await keepChanges(deps, importId, matching.list());
    await recordImport(deps, importId, wish, counts);
    await logBank(deps, { kind: 'bank/import', summary: 'Statement imported', facts: { ...counts } });
    return { importId, accountId: account.id, ...counts };
  });
}

function newLine(deps: BankDeps, account: BankAccountRow, importId: string, ref: string, told: ToldLine): BankLineRow {
  const { bookedOn, amount, payee, text } = told;
  const now = deps.now();
  const stamped = { id: deps.newId(), createdAt: now, updatedAt: now };
  return {
    ...stamped,
    accountId: account.id,
    ref,
    bookedOn,
    amount,
    payee,
    text,
    state: 'open',
    match: null,
    importId,
  };
}

type Changes = ReturnType<ReturnType<typeof bankChanges>['list']>;

/** What the rule changed of rows that were there before; what it made carries the import's id. */
async function keepChanges(deps: BankDeps, importId: string, changes: Changes): Promise<void> {
  await deps.db.importChanges.bulkAdd(
    changes.flatMap(({ table, before, after }) => {
      const isOwn = before !== null && 'importId' in before && before.importId === importId;
      if (before === null || after === null || isOwn) return [];
      return [{ id: deps.newId(), importId, table, rowId: before.id, before: { ...before }, stamp: after.updatedAt }];
    }),
  );
}

async function recordImport(
  deps: BankDeps,
  id: string,
  wish: StatementImport,
  counts: { readonly added: number; readonly known: number },
): Promise<void> {
  const { db } = deps;
  const now = deps.now();
  // A file with several accounts is one import of each; and a longer one of the same beginning is another file.
  const taken = await db.imports.where('digest').equals(wish.digest).count();
  await db.imports.add({
    id,
    createdAt: now,
    updatedAt: now,
    kind: 'bank',
    fileName: wish.fileName,
    digest: taken === 0 ? wish.digest : `${wish.digest}:${id}`,
    rows: wish.lines.length + wish.problems.length,
    applied: counts.added,
    skipped: counts.known,
    problems: wish.problems,
    undoneAt: null,
  });
}

async function keepMapping(
  deps: BankDeps,
  { header, settings }: NonNullable<StatementImport['mapping']>,
): Promise<void> {
  const { db } = deps;
  const now = deps.now();
  const same = (other: readonly string[]) => other.join('\n') === header.join('\n');
  const known = await db.importMappings.where('kind').equals('bank').toArray();
  const before = known.find((row) => same(row.header));
  const row: ImportMappingRow = before ?? {
    id: deps.newId(),
    createdAt: now,
    updatedAt: now,
    name: header.slice(0, 3).join(', '),
    kind: 'bank',
    header,
    settings,
  };
  await db.importMappings.put({ ...row, settings, updatedAt: now });
}
