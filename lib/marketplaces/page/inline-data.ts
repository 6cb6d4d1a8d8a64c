import { parseData } from './json-tree';

const MOST_SCRIPTS = 400;
const MOST_FOUND = 12;
const MOST_CHARACTERS = 4_000_000;
const MOST_VALUES = 8;
/** Shorter than any product. */
const SHORTEST = 30;

/** A script's text never changes, and a page is read again after each of its changes. */
const known = new WeakMap<object, { readonly text: string; readonly byWay: Map<string, readonly unknown[]> }>();

/**
 * What stands in the page's inline scripts around a key: scripts that are data as a whole, and otherwise what is written
 * after an assignment or into a call. The key's name outlives the place where it stands.
 *
 * @param key the name of a field, without quotes, e.g. `productVariants`
 */
export function inlineData(document: Document, key: string): readonly unknown[] {
  return lookThrough(document, key, 'around', (text) => {
    const whole = /^\s*[[{]/.test(text) ? parseData(text) : null;
    return whole === null ? valuesAfter(text, /[=(]\s*(?=[[{])/g) : [whole];
  });
}

/** Only what is written right after the key, wherever it stands: for data far too deep or too large to look through. */
export function inlineValues(document: Document, key: string): readonly unknown[] {
  return lookThrough(document, key, `after ${key}`, (text) =>
    valuesAfter(text, new RegExp(`"?\\b${key}"?\\s*[:=]\\s*(?=[[{])`, 'g')),
  );
}

function lookThrough(
  document: Document,
  key: string,
  way: string,
  find: (text: string) => readonly unknown[],
): readonly unknown[] {
  const found: unknown[] = [];
  let left = MOST_CHARACTERS;
  let scripts = 0;
  for (const script of document.querySelectorAll('script:not([src])')) {
    scripts += 1;
    if (scripts > MOST_SCRIPTS || found.length >= MOST_FOUND || left <= 0) break;
    const text = script.textContent ?? '';
    if (text.length > left || !text.includes(key)) continue;
    left -= text.length;
    found.push(...once(script, text, way, find));
  }
  return found.slice(0, MOST_FOUND);
}

function once(
  script: Element,
  text: string,
  way: string,
  find: (text: string) => readonly unknown[],
): readonly unknown[] {
  const last = known.get(script);
  const byWay = last?.text === text ? last.byWay : new Map<string, readonly unknown[]>();
  const data = byWay.get(way) ?? find(text);
  byWay.set(way, data);
  if (last?.byWay !== byWay) known.set(script, { text, byWay });
  return data;
}

/**
 * The data at the first places a pattern ends. Programs are full of short lists and blocks that are none; what is looked
 * through in all is bounded, so that no page can stretch it.
 */
function valuesAfter(text: string, before: RegExp): readonly unknown[] {
  const found: unknown[] = [];
  let behind = 0;
  let left = MOST_CHARACTERS * 2;
  for (const match of text.matchAll(before)) {
    const start = match.index + match[0].length;
    if (start < behind) continue;
    if (left <= 0 || found.length >= MOST_VALUES) break;
    const end = endOf(text, start, left);
    left -= (end ?? text.length) - start + 50;
    const data = end === null || end - start < SHORTEST ? null : parseData(text.slice(start, end));
    if (data === null || end === null) continue;
    found.push(data);
    behind = end;
  }
  return found;
}

/** Where the bracket is closed that opens at `start`; null when it is not. Texts in quotes are stepped over. */
function endOf(text: string, start: number, most: number): number | null {
  const last = Math.min(text.length, start + most);
  let depth = 0;
  let inText = false;
  for (let at = start; at < last; at += 1) {
    const sign = text[at];
    if (inText) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inText = false;
    } else if (sign === '"') inText = true;
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}
