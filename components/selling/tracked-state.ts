import type { NamedWrite } from '@/lib/queries/named-writes';

type Row = NamedWrite['row'];

/** Ended otherwise than wanted and not tried again, so that it can be. */
export function hasFailed({ state, retriedAt }: Pick<Row, 'state' | 'retriedAt'>): boolean {
  return retriedAt === undefined && (state === 'rejected' || state === 'expired' || state === 'dead');
}

/** Met something else than it expected; the person chooses. */
export function isConflict({ state, conflict }: Pick<Row, 'state' | 'conflict'>): boolean {
  return state === 'superseded' && conflict !== null;
}

/** Not sent yet, so that it can be taken back. */
export function isWaiting({ state }: Pick<Row, 'state'>): boolean {
  return state === 'pending';
}
