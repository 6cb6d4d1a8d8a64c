import { breather } from './breathe';
import { TableError } from './table-problem';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

const STEP = 256 * 1024;

/**
 * The text of a file, every line ended by a line feed: UTF-8 and UTF-16 with or without their mark, and what is none of
 * them as windows-1252, in which older programs write. Which one was taken is told, so that a wrong letter can be explained.
 *
 * @throws TableError `not-a-table` for what holds zeros, as pictures and programs do
 */
export async function decodeText(bytes: Uint8Array): Promise<DecodedText> {
  const encoding = markedEncoding(bytes) ?? unmarkedWide(bytes);
  if (encoding !== null) return { text: await decode(bytes, encoding, false), encoding };
  try {
    return { text: await decode(bytes, 'utf-8', true), encoding: 'utf-8' };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { text: await decode(bytes, 'windows-1252', false), encoding: 'windows-1252' };
  }
}

function markedEncoding([first, second, third]: Uint8Array): TextEncoding | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
}

/** UTF-16 without its mark: of Latin letters every second byte is zero, always on the same side. */
function unmarkedWide(bytes: Uint8Array): TextEncoding | null {
  const head = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  for (const [nth, byte] of head.entries()) if (byte === 0) zeros[nth % 2] = (zeros[nth % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (head.length < 4 || even + odd < head.length / 4) return null;
  return even === 0 ? 'utf-16le' : odd === 0 ? 'utf-16be' : null;
}

async function decode(bytes: Uint8Array, encoding: TextEncoding, fatal: boolean): Promise<string> {
  const decoder = new TextDecoder(encoding, { fatal });
  const breathe = breather();
  const parts: string[] = [];
  let held = '';
  for (let at = 0; at < bytes.length; at += STEP) {
    const part = held + decoder.decode(bytes.subarray(at, at + STEP), { stream: true });
    if (part.includes('\0')) throw new TableError({ kind: 'not-a-table' });
    // The other half of a line's end may come with the next piece.
    held = part.endsWith('\r') ? '\r' : '';
    parts.push(withOneBreak(held === '' ? part : part.slice(0, -1)));
    await breathe();
  }
  parts.push(withOneBreak(held + decoder.decode()));
  return parts.join('');
}

/** Programs end lines in three ways, and some files mix them. */
function withOneBreak(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
