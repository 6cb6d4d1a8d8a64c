const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The five names XML has, the space that banks write as `&nbsp;`, numbers, and nothing else: nothing that could grow. */
export function unescaped(text: string): string {
  return text
    .replace(/<!\[CDATA\[([^\]<]*)\]\]>/g, '$1')
    .replace(/&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,6})|#x([0-9a-f]{1,5}));/gi, (whole, name, decimal, hex) => {
      if (typeof name === 'string') return NAMED[name.toLowerCase()] ?? whole;
      const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code >= 32 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : ' ';
    });
}
