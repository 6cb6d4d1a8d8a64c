import type { BatchOperation } from '@/lib/marketplaces/contract/batches';
import type { Page } from '@/lib/marketplaces/contract/page';
import { KEY } from './archvd-key';
import type { Turn } from './outbox-run';

/** alias gives at most 500 operations a page. */
const PAGE_SIZE = 500;

/** Everything a batch did or is to do. Operations that cannot be read are left out, as if they were missing. */
export async function readOperations(turn: Turn, batchId: string): Promise<readonly BatchOperation[]> {
  const operations: BatchOperation[] = [];
  let token: string | null = null;
  do {
    const filter: { status: null; token: string | null; limit: number } = { status: null, token, limit: PAGE_SIZE };
    const page: Page<BatchOperation> = await turn.ask((options) =>
      turn.deps.marketplace.listBatchOperations(batchId, filter, options),
    );
    operations.push(...page.items);
    token = page.next;
  } while (token !== null);
  return operations;
}

/** The decision an operation names, by what it made or what it was asked to make. */
export function keyOf({ listing, metadata }: BatchOperation): string | null {
  return listing?.metadata[KEY] ?? metadata[KEY] ?? null;
}
