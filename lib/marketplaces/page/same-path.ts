/**
 * Whether an address on a page ends with exactly these words: `/air-max` is not `/air-max-90`, whatever site, language,
 * query or fragment stands around it.
 */
export function endsWithPath(url: string | null | undefined, slug: string): boolean {
  const path = url?.replace(/[?#].*$/s, '').replace(/\/+$/, '');
  return path !== undefined && path.toLowerCase().endsWith(`/${slug}`);
}
