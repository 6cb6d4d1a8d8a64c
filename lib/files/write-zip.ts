import { strToU8, zipSync, type Zippable } from 'fflate';

/** A file of an archive: its path inside, with `/`, and what is in it; text is written as UTF-8. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

/** The oldest time an archive can tell. */
const EPOCH = Date.UTC(1980, 0, 1);

/**
 * Files as one archive. The same files at the same time give the same bytes, in whatever order they come and whatever
 * the clock of the machine: entries are sorted by name and carry the one time given.
 *
 * @param at milliseconds, told in the archive as UTC; what is older than 1980 is told as 1980
 * @throws {RangeError} when two files share a name, or one would be unpacked outside of its folder
 */
export function writeZip(files: readonly ZipEntry[], at: number): Uint8Array<ArrayBuffer> {
  const zippable: Zippable = {};
  for (const { name, bytes } of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (name in zippable) throw new RangeError(`Two files are called ${name}`);
    if (!isInside(name)) throw new RangeError(`Not a name inside an archive: ${name}`);
    zippable[name] = typeof bytes === 'string' ? strToU8(bytes) : bytes;
  }
  // The archive keeps local time: the parts of UTC are told as if they were local ones, so that no zone has a part in it.
  const time = new Date(Math.max(at, EPOCH));
  const mtime = new Date(
    time.getUTCFullYear(),
    time.getUTCMonth(),
    time.getUTCDate(),
    time.getUTCHours(),
    time.getUTCMinutes(),
    time.getUTCSeconds(),
  );
  return zipSync(zippable, { level: 6, mtime, os: 3 });
}

function isInside(name: string): boolean {
  const parts = name.split('/');
  return !name.includes('\\') && parts.every((part) => part !== '' && part !== '.' && part !== '..');
}
