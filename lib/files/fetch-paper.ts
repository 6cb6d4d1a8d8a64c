import { isPdf, LARGEST_PAPER_BYTES } from './merge-labels';

/** What came of fetching a paper; `refused`: the host answered with something else than a PDF, or not at all. */
export type FetchedPaper =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: 'offline' | 'refused' | 'no-pdf' };

/**
 * Gets a label or an invoice from where it lies. No token, no cookie and no referrer goes along: its address is all that is
 * needed, and all that its host learns. A redirection to another host is refused by the extension's own policy.
 *
 * @param url as `paperPlace` let it pass; what is part of the address is read without asking anybody
 */
export async function fetchPaper(url: string, signal: AbortSignal): Promise<FetchedPaper> {
  if (url.startsWith('data:')) return readInline(url);
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      headers: { accept: 'application/pdf' },
      signal,
    });
    if (!response.ok) return { ok: false, why: 'refused' };
    const bytes = new Uint8Array(await response.arrayBuffer());
    return checked(bytes);
  } catch {
    return { ok: false, why: 'offline' };
  }
}

function readInline(url: string): FetchedPaper {
  try {
    const text = atob(url.slice(url.indexOf(',') + 1));
    return checked(Uint8Array.from(text, (letter) => letter.codePointAt(0) ?? 0));
  } catch {
    return { ok: false, why: 'no-pdf' };
  }
}

function checked(bytes: Uint8Array): FetchedPaper {
  const isLabel = bytes.byteLength <= LARGEST_PAPER_BYTES && isPdf(bytes);
  return isLabel ? { ok: true, bytes } : { ok: false, why: 'no-pdf' };
}
