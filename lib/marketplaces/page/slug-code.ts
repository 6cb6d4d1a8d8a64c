import { parseStyleCode, type StyleCode } from '@/lib/domain/catalog/style-code';

/**
 * The style code at the end of a slug, or null. Figures alone are left out: a number at the end of an address may be the
 * shop's own.
 *
 * @example `air-jordan-1-retro-high-og-dz5485-612` ends with `DZ5485-612`, `samba-og-jr8166` with `JR8166`
 */
export function styleCodeOfSlug(slug: string): { readonly code: StyleCode; readonly raw: string } | null {
  const words = slug.split('-');
  for (const length of [3, 2, 1]) {
    if (words.length <= length) continue;
    const raw = words.slice(-length).join('-');
    const code = length === 1 && /^\d+$/.test(raw) ? null : parseStyleCode(raw);
    if (code !== null) return { code, raw };
  }
  return null;
}
