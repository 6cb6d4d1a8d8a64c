import type { ReceiptRow } from '@/lib/db/money-rows';
import { checkText } from './check-pair';
import { CommandError, type CommandDeps } from './command-deps';

/** A receipt as it is handed over. */
export interface ReceiptDraft {
  readonly name: string;
  readonly dataUrl: string;
}

/** Receipts are in every backup: a picture takes at most so many bytes, a PDF is kept as it is. */
const MOST_BYTES: Readonly<Record<ReceiptRow['type'], number>> = {
  'image/jpeg': 500 * 1024,
  'image/png': 500 * 1024,
  'application/pdf': 5 * 1024 * 1024,
};

/** How each kind of file begins, in base64: what a file calls itself proves nothing. */
const BEGINNINGS: Readonly<Record<ReceiptRow['type'], string>> = {
  'image/jpeg': '/9j/',
  'image/png': 'iVBORw0KGgo',
  'application/pdf': 'JVBERi',
};

/**
 * A receipt as the books keep it.
 *
 * @throws CommandError `bad-value` when it is no JPEG, PNG or PDF, or too large
 */
export function receiptRow(deps: CommandDeps, expenseId: string, { name, dataUrl }: ReceiptDraft): ReceiptRow {
  const [, type, base64] = /^data:([a-z/]+);base64,([A-Za-z0-9+/]+={0,2})$/.exec(dataUrl) ?? [];
  const known = type === 'image/jpeg' || type === 'image/png' || type === 'application/pdf' ? type : null;
  if (known === null || base64 === undefined || !base64.startsWith(BEGINNINGS[known]))
    throw new CommandError('bad-value', 'A receipt is a JPEG, a PNG or a PDF. Nothing was changed.');
  const bytes = Math.floor((base64.length * 3) / 4) - (base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0);
  if (bytes > MOST_BYTES[known])
    throw new CommandError('bad-value', 'The receipt is too large: a PDF may take 5 MB. Nothing was changed.');
  checkText('The name of the file', name, 200);
  const now = deps.now();
  return { id: deps.newId(), createdAt: now, updatedAt: now, expenseId, name, type: known, bytes, dataUrl };
}
