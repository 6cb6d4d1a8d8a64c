/**
 * Whether a stored row already says everything that `facts` say. Rows carry more than facts (our ids, our stamps);
 * only what the marketplace tells is compared, so that an answer without news writes nothing.
 */
export function sameFacts(facts: object, row: object): boolean {
  for (const key of Object.keys(facts)) {
    if (!sameValue(Reflect.get(facts, key), Reflect.get(row, key))) return false;
  }
  return true;
}

function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  return Object.keys(a).length === Object.keys(b).length && sameFacts(a, b);
}
