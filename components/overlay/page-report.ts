import type { PageState } from '@/lib/overlay/page-state';

/**
 * What a person can send us about a page that cannot be read: where it is and which layers answered. The address goes
 * without its query and fragment, and without a seller's name; nothing of the person is in it.
 *
 * @example `layers: embedded stale, dom-hero found, json-ld invalid`
 */
export function pageReport({ url, status, reading }: PageState): string {
  const layers = Object.entries(reading?.report.layers ?? {}).map(([layer, state]) => `${layer} ${state}`);
  const lines = {
    site: reading?.site ?? '',
    page: addressOf(url),
    status,
    type: reading?.pageType ?? '',
    styleCode: reading?.report.styleCode ?? 'none',
    size: reading?.report.size ?? 'none',
    price: reading?.report.price ?? 'none',
    sizes: String(reading?.perSize.length ?? 0),
    layers: layers.join(', '),
    warnings: reading?.warnings.join(' ') ?? '',
  };
  return Object.entries(lines)
    .map(([name, value]) => `${name}: ${value === '' ? '-' : value}`)
    .join('\n');
}

/** Depop writes the seller's name before the words of the listing. */
function addressOf(url: string): string {
  if (!URL.canParse(url)) return '';
  const { origin, host, pathname } = new URL(url);
  return origin + (host === 'www.depop.com' ? pathname.replace(/(\/products\/)[^-/]+/, '$1*') : pathname);
}
