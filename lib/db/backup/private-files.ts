/** All files of the private file system: daily copies, files on their way, and whatever an older build left. */

type Root = () => Promise<FileSystemDirectoryHandle | null>;

/** How many files there are, in all folders. */
export async function countPrivateFiles(root: Root = privateRoot): Promise<number> {
  const folder = await root();
  return folder === null ? 0 : countFiles(folder);
}

export async function clearPrivateFiles(root: Root = privateRoot): Promise<void> {
  const folder = await root();
  if (folder === null) return;
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  for (const name of names) await folder.removeEntry(name, { recursive: true });
}

async function countFiles(folder: FileSystemDirectoryHandle): Promise<number> {
  let files = 0;
  for await (const entry of folder.values()) files += isFolder(entry) ? await countFiles(entry) : 1;
  return files;
}

function isFolder(handle: FileSystemHandle): handle is FileSystemDirectoryHandle {
  return handle.kind === 'directory';
}

async function privateRoot(): Promise<FileSystemDirectoryHandle | null> {
  return (await navigator.storage?.getDirectory?.()) ?? null;
}
