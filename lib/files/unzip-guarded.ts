import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate';
import { TableError } from './table-problem';

/** A workbook of the largest table that is read unpacks to less than this. */
const MOST_UNPACKED = 256 * 1024 * 1024;
const MOST_ENTRIES = 2000;
/** Tables pack well, at most some thirty to one; a thousand to one is made to do harm. */
const MOST_RATIO = 200;
/** Below this size a high ratio harms nobody. */
const SMALL = 4 * 1024 * 1024;
/** Packed bytes that are unpacked at once: what comes of them is bounded too. */
const STEP = 16 * 1024;

interface Wanted {
  /** Whether a part of the archive is to be unpacked, by its name. */
  readonly wants: (name: string) => boolean;
  /** A piece of it; the bytes are not to be kept. */
  readonly onPiece: (name: string, bytes: Uint8Array, isLast: boolean) => void;
}

/**
 * Unpacks parts of an archive piece by piece, in the order they stand in it, and stops before it does harm: what an archive
 * says of its sizes is not believed, the bytes that come out are counted.
 *
 * @throws TableError `bomb`, `broken-workbook`, `locked-workbook`
 */
export async function unzipGuarded(
  bytes: Uint8Array,
  { wants, onPiece }: Wanted,
  breathe: () => Promise<void> | undefined,
): Promise<void> {
  let [entries, unpacked, open] = [0, 0, 0];
  const archive = new Unzip((file) => {
    entries += 1;
    if (entries > MOST_ENTRIES) throw new TableError({ kind: 'bomb' });
    if ((file.originalSize ?? 0) > MOST_UNPACKED) throw new TableError({ kind: 'bomb' });
    if (!wants(file.name)) return;
    let own = 0;
    open += 1;
    file.ondata = (error, piece, isLast) => {
      // What is thrown in here comes back as an error of the archive's.
      if (error !== null) throw error;
      own += piece.length;
      unpacked += piece.length;
      const packed = file.size ?? bytes.length;
      if (unpacked > MOST_UNPACKED || (own > SMALL && own > packed * MOST_RATIO))
        throw new TableError({ kind: 'bomb' });
      if (isLast) open -= 1;
      onPiece(file.name, piece, isLast);
    };
    file.start();
  });
  archive.register(UnzipInflate);
  archive.register(UnzipPassThrough);
  try {
    for (let at = 0; at < bytes.length; at += STEP) {
      archive.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
      await breathe();
    }
    if (open > 0) throw new TableError({ kind: 'broken-workbook' });
  } catch (error) {
    if (error instanceof TableError) throw error;
    throw new TableError({ kind: 'broken-workbook' });
  }
}
