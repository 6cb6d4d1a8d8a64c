/** An object of a page's data, of which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

const MOST_CHARACTERS = 12_000_000;
const MOST_OBJECTS = 200_000;
const MOST_DEPTH = 24;

/** Data of a page, or null when it is none, broken or too long to be looked through: the other layers answer then. */
export function parseData(text: string): unknown {
  if (text === '' || text.length > MOST_CHARACTERS) return null;
  try {
    return JSON.parse(text);
  } catch {
    return ESCAPED.test(text) ? parseData(unescaped(text)) : null;
  }
}

/** Some templates escape a script's data as if it were a text of the page. */
const ESCAPED = /^\s*[[{]\s*(?:[[{]\s*)*&(?:quot|#34|#x22);/i;

/** The ampersand last: `&amp;quot;` is a quotation mark that was meant as words. */
function unescaped(text: string): string {
  return text
    .replace(/&(?:quot|#34|#x22);/gi, '"')
    .replace(/&(?:#39|#x27|apos);/gi, "'")
    .replace(/&lt;/gi, '<')
    .replace(/&gt;/gi, '>')
    .replace(/&amp;/gi, '&');
}

/** A field of the object itself; what everybody inherits is no data. */
export function field(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const NOTHING: ReadonlySet<string> = new Set();

/**
 * Every object of a tree, breadth first, so that what bounds the search cuts off the deepest.
 *
 * @param leaves names of fields that are not looked into, because what is searched for never stands below them
 */
export function* objectsIn(root: unknown, leaves = NOTHING): Generator<Fields> {
  const found: object[] = [];
  if (typeof root === 'object' && root !== null) found.push(root);
  let [at, depth] = [0, 0];
  while (at < found.length && depth < MOST_DEPTH) {
    const end = Math.min(found.length, MOST_OBJECTS);
    for (; at < end; at += 1) {
      const value = found[at];
      if (value === undefined) return;
      if (isFields(value)) {
        yield value;
        addFields(value, leaves, found);
      } else addItems(value as readonly unknown[], found);
    }
    if (end === MOST_OBJECTS) return;
    depth += 1;
  }
}

function addFields(fields: Fields, leaves: ReadonlySet<string>, into: object[]): void {
  // No list of names is made for every object, which takes half of the time; parsed data inherits nothing to list.
  for (const name in fields) {
    const child = fields[name];
    if (typeof child === 'object' && child !== null && !leaves.has(name)) into.push(child);
  }
}

function addItems(items: readonly unknown[], into: object[]): void {
  for (const child of items) if (typeof child === 'object' && child !== null) into.push(child);
}
