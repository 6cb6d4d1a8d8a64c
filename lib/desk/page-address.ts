const LONGEST = 500;

/** A page's own address without query and fragment, which are where pages keep who looks at them; null for no web page. */
export function addressOf(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { protocol, origin, pathname } = new URL(url);
  return protocol === 'https:' ? `${origin}${pathname}`.slice(0, LONGEST) : null;
}
