import { invalid } from './refusal';

const DIGITS = 23;

/** Opaque to clients: base64 of a zero-padded offset, without padding, as recorded. */
function tokenOf(offset: number): string {
  return btoa(String(offset).padStart(DIGITS, '0')).replace(/=+$/, '');
}

function offsetOf(token: string | undefined): number {
  if (token === undefined) return 0;
  let text = '';
  try {
    text = atob(token);
  } catch {
    // Falls through to the refusal below.
  }
  if (!/^\d+$/.test(text)) throw invalid('invalid pagination token');
  return Number(text);
}

export interface PageSlice<T> {
  readonly rows: readonly T[];
  /** Empty on the last page. */
  readonly next: string;
  readonly hasMore: boolean;
  readonly total: number;
}

/** One page. `size` is capped at `most`; absent or senseless sizes give the default. */
export function pageOf<T>(
  rows: readonly T[],
  token: string | undefined,
  size: string | undefined,
  limits: { readonly normal: number; readonly most: number },
): PageSlice<T> {
  const asked = Number(size ?? limits.normal);
  const length = Number.isInteger(asked) && asked > 0 ? Math.min(asked, limits.most) : limits.normal;
  const from = offsetOf(token);
  const hasMore = from + length < rows.length;
  return {
    rows: rows.slice(from, from + length),
    next: hasMore ? tokenOf(from + length) : '',
    hasMore,
    total: rows.length,
  };
}
