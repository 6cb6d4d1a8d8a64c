/** A product's own address on nike.com. */
export interface NikeAddress {
  /** All that names the product, in lower case: `aero-court-shoes-abc123/zx1234-567`. */
  readonly slug: string;
  /** The style code as the address writes it; null where it has none (launches). */
  readonly style: string | null;
  readonly kind: 'product' | 'launch';
  /** `gb` or `de/en`; null on the plain (American) address. */
  readonly locale: string | null;
}

/**
 * Reads the address of a product page: `/t/<name>-<hash>/<STYLE>` or `/launch/t/<name>`, behind up to two folders that
 * name the country and the language.
 *
 * @example `matchNikeUrl('https://www.nike.com/gb/t/aero-court-shoes-AbC123/ZX1234-567')` is
 * `{ slug: 'aero-court-shoes-abc123/zx1234-567', style: 'zx1234-567', kind: 'product', locale: 'gb' }`
 */
export function matchNikeUrl(address: string): NikeAddress | null {
  if (address.length > 2000 || !URL.canParse(address)) return null;
  const { protocol, host, pathname } = new URL(address);
  if (protocol !== 'https:' || host !== 'www.nike.com') return null;
  const segments = pathname
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '');
  const folders = segments.findIndex((segment) => !/^[a-z]{2}(?:-[a-z]{2,4})?$/.test(segment));
  if (folders < 0 || folders > 2) return null;
  const locale = folders === 0 ? null : segments.slice(0, folders).join('/');
  const isLaunch = segments[folders] === 'launch';
  const [mark, name, style, ...rest] = segments.slice(isLaunch ? folders + 1 : folders);
  if (mark !== 't' || name === undefined || rest.length > 0 || (isLaunch && style !== undefined)) return null;
  const slug = style === undefined ? name : `${name}/${style}`;
  return slug.length > 240 ? null : { slug, style: style ?? null, kind: isLaunch ? 'launch' : 'product', locale };
}
