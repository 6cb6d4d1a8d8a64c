/**
 * Hosts whose labels and customs papers the companion may fetch, with their subdomains. alias documents no host for
 * labels, so these are its own and its owner's; anything else is opened in a tab of its own instead.
 */
const PAPER_HOSTS: readonly string[] = ['alias.org', 'goat.com'];

/** What the browser is asked to allow before a paper is fetched. */
export const PAPER_PATTERNS: readonly string[] = PAPER_HOSTS.map((host) => `https://*.${host}/*`);

/**
 * How a paper can be had: `here`, it is part of its address; `fetch`, from a host that may be asked, with the permission
 * `pattern` it takes (null: none besides what the companion has); `tab`, only the browser itself may open it; `none`, it
 * is no address to go to.
 */
export type PaperPlace =
  | { readonly kind: 'here' }
  | { readonly kind: 'fetch'; readonly pattern: string | null }
  | { readonly kind: 'tab' }
  | { readonly kind: 'none' };

const PDF_TEXT = /^data:application\/pdf;base64,[A-Za-z0-9+/]+=*$/;

/**
 * Where a label or a customs invoice is to be had.
 *
 * @param marketOrigin the market this build talks to when it is a local one, e.g. `http://127.0.0.1:8787`; null: the real one
 * @example https://labels.goat.com/1.pdf: `fetch` with `https://*.goat.com/*`; https://example.com/1.pdf: `tab`
 */
export function paperPlace(url: string, marketOrigin: string | null): PaperPlace {
  if (url.startsWith('data:')) return PDF_TEXT.test(url) ? { kind: 'here' } : { kind: 'none' };
  if (marketOrigin !== null && url.startsWith(`${marketOrigin}/`)) return { kind: 'fetch', pattern: null };
  const host = /^https:\/\/([a-z0-9.-]+)(?:\/|$)/.exec(url)?.[1];
  if (host === undefined) return { kind: 'none' };
  const known = PAPER_HOSTS.find((each) => host === each || host.endsWith(`.${each}`));
  return known === undefined ? { kind: 'tab' } : { kind: 'fetch', pattern: `https://*.${known}/*` };
}
