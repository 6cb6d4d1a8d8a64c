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
    return null;
  }
}

/** A field of the object itself; what everybody inherits is no data. */
export function field(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every object of a tree, breadth first, so that what bounds the search cuts off the deepest. */
export function* objectsIn(root: unknown): Generator<Fields> {
  let level: unknown[] = [root];
  let seen = 0;
  for (let depth = 0; depth < MOST_DEPTH && level.length > 0; depth += 1) {
    const below: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue;
      seen += 1;
      if (seen > MOST_OBJECTS) return;
      if (isFields(value)) yield value;
      for (const child of Object.values(value)) if (typeof child === 'object') below.push(child);
    }
    level = below;
  }
}
