/** Letters looked at between two steps. */
const STEP = 1_000_000;
/** `<!DOCTYPE` is so long: one that begins at the end of a piece is seen in it. */
const LONGEST = 9;

/**
 * Whether a file declares entities or a document type. No statement needs them, and a few lines of them can unfold into
 * gigabytes. In steps, of which none counts as progress: it is the lesser part of reading by far.
 */
export function* declaresEntities(text: string): Generator<number, boolean> {
  for (let at = 0; at < text.length; at += STEP) {
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text.slice(at, at + STEP + LONGEST))) return true;
    yield 0;
  }
  return false;
}
