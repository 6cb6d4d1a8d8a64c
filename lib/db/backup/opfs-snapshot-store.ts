import { DatabaseError } from '../database-error';
import type { SnapshotStore } from './snapshot-store';

/**
 * Snapshots in the browser's origin private file system: apart from IndexedDB, so that a broken database does not take
 * its copies with it.
 *
 * @param place the folder's name: `snapshots`, `demo-snapshots`, or `transfers` for files on their way in or out
 * @param root the private root; the browser's own when left out
 */
export function createOpfsSnapshotStore(
  place: 'snapshots' | 'demo-snapshots' | 'transfers' = 'snapshots',
  root: () => Promise<FileSystemDirectoryHandle> = privateRoot,
): SnapshotStore {
  const folder = async (): Promise<FileSystemDirectoryHandle> =>
    (await root()).getDirectoryHandle(place, { create: true });
  return {
    async list() {
      const files: { name: string; bytes: number }[] = [];
      for await (const [name, handle] of (await folder()).entries()) {
        if (isFile(handle)) files.push({ name, bytes: (await handle.getFile()).size });
      }
      return files;
    },
    read: async (name) => (await (await folder()).getFileHandle(name)).getFile(),
    write: async (name, file) => writeFile(await (await folder()).getFileHandle(name, { create: true }), file),
    remove: async (name) => (await folder()).removeEntry(name),
  };
}

function isFile(handle: FileSystemHandle): handle is FileSystemFileHandle {
  return handle.kind === 'file';
}

function privateRoot(): Promise<FileSystemDirectoryHandle> {
  if (navigator.storage?.getDirectory === undefined) return Promise.reject(new DatabaseError('storage-missing'));
  return navigator.storage.getDirectory();
}

async function writeFile(handle: FileSystemFileHandle, file: Blob): Promise<void> {
  if (!('createWritable' in handle)) throw new DatabaseError('storage-missing');
  // The stream writes to a twin that takes the file's place on close: a death half-way leaves no half snapshot.
  const stream = await handle.createWritable();
  await stream.write(file);
  await stream.close();
}
