const RULES: readonly (readonly [RegExp, string | ((match: string) => string)])[] = [
  [/\bBearer\s+[^\s"',;]+/gi, 'Bearer [token]'],
  [/goatapi_[\w.~+/=-]*/gi, '[token]'],
  // Signed tokens of three base64url parts.
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]'],
  [/[\w.%+-]+@[\w-]+(?:\.[\w-]+)+/g, '[e-mail]'],
  [/[A-Za-z0-9_-]{32,}/g, (word) => (looksSecret(word) ? '[token]' : word)],
];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A long run of letters and digits nobody wrote by hand; ids (UUID) and catalogue slugs are needed and stay. */
function looksSecret(word: string): boolean {
  if (UUID.test(word)) return false;
  const mixed = /[a-z]/.test(word) && /[A-Z]/.test(word) && /\d/.test(word);
  const unbroken = word.split('-').some((part) => part.length >= 32 && /\d/.test(part) && /[a-z]/i.test(part));
  return mixed || unbroken;
}

/**
 * Takes out what must never be written down: bearer tokens, alias tokens (`goatapi_…`), other long token-shaped
 * words, e-mail addresses. For every text that reaches a log, an error, an export or the quarantine.
 *
 * @example `redact('Authorization: Bearer goatapi_abc123')` is `'Authorization: Bearer [token]'`
 */
export function redact(text: string): string {
  let clean = text;
  for (const [pattern, replacement] of RULES) {
    clean = typeof replacement === 'string' ? clean.replace(pattern, replacement) : clean.replace(pattern, replacement);
  }
  return clean;
}
