import type { ArchvdDatabase } from '@/lib/db/database';
import type { ImportMappingRow } from '@/lib/db/money-rows';
import type { BankAccountRow } from '@/lib/db/bank-rows';
import { planStatement, type KnownLine, type ToldLine } from '@/lib/domain/reconcile/plan-statement';

/** Accounts a statement may be of, and how tables were read before. */
export interface BankFilesBooks {
  readonly accounts: readonly BankAccountRow[];
  readonly mappings: readonly ImportMappingRow[];
}

export async function bankFilesBooks(db: ArchvdDatabase): Promise<BankFilesBooks> {
  const [accounts, mappings] = await Promise.all([
    db.bankAccounts.filter(({ deletedAt }) => deletedAt === null).toArray(),
    db.importMappings.where('kind').equals('bank').toArray(),
  ]);
  return { accounts, mappings };
}

/** How many lines of a file an account does not know yet. */
export async function countFresh(
  db: ArchvdDatabase,
  accountId: string | null,
  lines: readonly ToldLine[],
  format: string,
): Promise<{ readonly fresh: number; readonly known: number }> {
  const known: readonly KnownLine[] =
    accountId === null
      ? []
      : await db.bankLines.where('[accountId+bookedOn]').between([accountId, ''], [accountId, '\uffff']).toArray();
  const plan = planStatement(lines, known, format);
  return { fresh: plan.fresh.length, known: plan.known };
}
