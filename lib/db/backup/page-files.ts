import { createOpfsSnapshotStore } from './opfs-snapshot-store';
import type { SnapshotStore } from './snapshot-store';

/** No backup of ours is larger; of fifty megabytes of books it is three. */
const MOST_BYTES = 100_000_000;

export type Uploaded =
  | { readonly ok: true; readonly name: string }
  | { readonly ok: false; readonly reason: 'too-large' | 'no-room' };

/** What a page does with files on their way between the person and the worker. */
export interface PageFiles {
  /** Hands a file the worker has written to the person, as a download. */
  save(name: string, fileName: string): Promise<void>;
  /** Puts a file of the person's where the worker can read it. */
  upload(file: Blob): Promise<Uploaded>;
}

/**
 * @param files where the worker looks for them
 * @param download gives the person a file; the browser's own way when left out
 */
export function createPageFiles(
  files: SnapshotStore = createOpfsSnapshotStore('transfers'),
  download: (file: Blob, fileName: string) => void = downloadFile,
): PageFiles {
  return {
    save: async (name, fileName) => download(await files.read(name), fileName),
    async upload(file) {
      if (file.size > MOST_BYTES) return { ok: false, reason: 'too-large' };
      const name = `upload-${Date.now()}-${crypto.randomUUID()}`;
      try {
        await files.write(name, file);
        return { ok: true, name };
      } catch {
        await files.remove(name).catch(() => undefined);
        return { ok: false, reason: 'no-room' };
      }
    },
  };
}

/** Long enough for the browser to have begun reading; the address holds the whole file until then. */
const READ_WITHIN_MS = 60_000;

function downloadFile(file: Blob, fileName: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), READ_WITHIN_MS);
}
