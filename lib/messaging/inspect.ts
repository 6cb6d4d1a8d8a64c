export type Inspection = 'fine' | 'too-large' | 'too-deep' | 'bad-key';

const MAXIMUM_DEPTH = 8;

/** Keys with which raw JSON, once merged into something, changes the objects of everybody. No message of ours has them. */
const BAD_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Looks at a message before anything is done with it; stops at the first thing wrong, so that size costs nothing. */
export function inspectMessage(message: unknown, maximumCharacters: number): Inspection {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: message, depth: 0 }];
  let size = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next;
    size += typeof value === 'string' ? value.length : 8;
    if (size > maximumCharacters) return 'too-large';
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= MAXIMUM_DEPTH) return 'too-deep';
    for (const key of Object.keys(value)) {
      if (BAD_KEYS.has(key)) return 'bad-key';
      size += Array.isArray(value) ? 0 : key.length;
      waiting.push({ value: Reflect.get(value, key), depth: depth + 1 });
    }
  }
  return 'fine';
}
