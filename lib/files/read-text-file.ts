export type ReadText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: 'encoding' };

/**
 * The text of a file. UTF-8, or UTF-16 with its mark, as spreadsheets write it; anything else is refused rather than
 * guessed, since a wrong guess would change names and prices.
 */
export function readTextFile(bytes: Uint8Array): ReadText {
  const [first, second] = bytes;
  const label =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    // A workbook or a picture has zeros, which no text has.
    return text.includes('\0') ? { ok: false, problem: 'encoding' } : { ok: true, text };
  } catch {
    return { ok: false, problem: 'encoding' };
  }
}
