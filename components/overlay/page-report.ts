import type { PageState } from '@/lib/overlay/page-state';

/**
 * What a person can send us about a page that cannot be read: where it is and which layers answered. The address goes
 * without its query and fragment; nothing of the person is in it.
 */
export function pageReport({ url, status, reading }: PageState): string {
  const lines = {
    site: reading?.site ?? '',
    page: URL.canParse(url) ? `${new URL(url).origin}${new URL(url).pathname}` : '',
    status,
    type: reading?.pageType ?? '',
    styleCode: reading?.identity.styleCode?.source ?? 'none',
    price: reading?.price?.source ?? 'none',
    sizes: String(reading?.perSize.length ?? 0),
    warnings: reading?.warnings.join(' ') ?? '',
  };
  return Object.entries(lines)
    .map(([name, value]) => `${name}: ${value === '' ? '-' : value}`)
    .join('\n');
}
