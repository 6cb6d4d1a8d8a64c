export type CleanToken =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly message: string };

const MINIMUM = 8;
const MAXIMUM = 500;

/** What people copy along with a token: quotes of any kind, and the header it is used in. */
const QUOTES = /^["'`“”‘’«»]+|["'`“”‘’«»]+$/g;
const HEADER = /^(authorization\s*:\s*)?bearer\s+/i;

/**
 * Makes a token of what was pasted. The messages never repeat any of it.
 *
 * @example `cleanToken(' "Bearer goatapi_abc123"\n')` is `{ ok: true, token: 'goatapi_abc123' }`
 */
export function cleanToken(pasted: string): CleanToken {
  const token = stripQuotes(stripQuotes(pasted).replace(HEADER, ''));
  if (token === '') return refuse('There is no token in what was pasted.');
  if (/\s/.test(token)) return refuse('A token has no spaces or line breaks. Copy it again, and only it.');
  if (!/^[\x21-\x7e]+$/.test(token)) return refuse('A token has only plain letters, digits and signs. Copy it again.');
  if (token.length < MINIMUM) return refuse('That is too short for a token. Copy all of it.');
  if (token.length > MAXIMUM) return refuse('That is too long for a token. Copy only the token.');
  return { ok: true, token };
}

function stripQuotes(text: string): string {
  return text.trim().replace(QUOTES, '').trim();
}

function refuse(message: string): CleanToken {
  return { ok: false, message };
}
