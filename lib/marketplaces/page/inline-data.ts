import { parseData } from './json-tree';

const MOST_SCRIPTS = 400;
const MOST_FOUND = 12;
const MOST_CHARACTERS = 4_000_000;
const MOST_TRIES = 24;

/** A script's text never changes, and a page is read again after each of its changes. */
const known = new WeakMap<object, { readonly text: string; readonly key: string; readonly data: readonly unknown[] }>();

/**
 * What stands in the page's inline scripts around a key: scripts that are data as a whole, and otherwise what is written
 * after an assignment or into a call. The key's name outlives the place where it stands.
 *
 * @param key the name of a field, without quotes, e.g. `productVariants`
 */
export function inlineData(document: Document, key: string): readonly unknown[] {
  return lookThrough(document, key, (text) => {
    const whole = /^\s*[[{]/.test(text) ? parseData(text) : null;
    return whole === null ? valuesAfter(text, /[=(]\s*(?=[[{])/g).filter((data) => data !== null) : [whole];
  });
}

/** Only what is written right after the key, wherever it stands: for data far too deep or too large to look through. */
export function inlineValues(document: Document, key: string): readonly unknown[] {
  return lookThrough(document, key, (text) => valuesAfter(text, new RegExp(`"?\\b${key}"?\\s*[:=]\\s*(?=[[{])`, 'g')));
}

function lookThrough(document: Document, key: string, find: (text: string) => readonly unknown[]): readonly unknown[] {
  const found: unknown[] = [];
  let left = MOST_CHARACTERS;
  let scripts = 0;
  for (const script of document.querySelectorAll('script:not([src])')) {
    scripts += 1;
    if (scripts > MOST_SCRIPTS || found.length >= MOST_FOUND || left <= 0) break;
    const text = script.textContent ?? '';
    if (text.length > left || !text.includes(key)) continue;
    left -= text.length;
    const last = known.get(script);
    const data = last?.key === key && last.text === text ? last.data : find(text);
    known.set(script, { text, key, data });
    found.push(...data);
  }
  return found.slice(0, MOST_FOUND);
}

/** The data at the first few places a pattern ends; each place is looked through once, so that no page can stretch it. */
function valuesAfter(text: string, before: RegExp): readonly unknown[] {
  const found: unknown[] = [];
  let tries = 0;
  let behind = 0;
  for (const match of text.matchAll(before)) {
    const start = match.index + match[0].length;
    if (start < behind) continue;
    tries += 1;
    if (tries > MOST_TRIES || found.length >= 3) break;
    const value = valueAt(text, start);
    if (value === null) continue;
    const data = parseData(value);
    if (data === null) continue;
    found.push(data);
    behind = start + value.length;
  }
  return found;
}

/** The text from an opening bracket to the one that closes it; null when none does. Texts in quotes are stepped over. */
function valueAt(text: string, start: number): string | null {
  let depth = 0;
  let inText = false;
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at];
    if (inText) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inText = false;
    } else if (sign === '"') inText = true;
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') {
      depth -= 1;
      if (depth === 0) return text.slice(start, at + 1);
    }
  }
  return null;
}
