/** One stored value, replaced in one step. What is read is untrusted; null when nothing is stored. */
export interface StoredBox {
  read(): Promise<unknown>;
  write(value: object): Promise<void>;
  remove(): Promise<void>;
}
