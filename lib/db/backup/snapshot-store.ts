/** A private place for a few files. */
export interface SnapshotStore {
  list(): Promise<readonly { readonly name: string; readonly bytes: number }[]>;
  /** @throws when there is no such file */
  read(name: string): Promise<Blob>;
  /** Whole or not at all. */
  write(name: string, file: Blob): Promise<void>;
  remove(name: string): Promise<void>;
}
