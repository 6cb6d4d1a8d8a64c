/**
 * What is typed and not saved yet, kept over a reload of one window and gone with it: the browser keeps it in memory.
 * Cleared when everything is deleted, and when the books change places: what was typed into the demo is no purchase.
 */
export const windowStore = {
  /** What is kept under a key, unchecked; null when nothing is, or the browser refuses. */
  read(key: string): unknown {
    try {
      return JSON.parse(sessionStorage.getItem(key) ?? 'null');
    } catch {
      return null;
    }
  },
  /** Null takes it away. Without room, or with storage off, it lives as long as the form is open. */
  write(key: string, value: object | null): void {
    try {
      if (value === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(value));
    } catch {
      // Said above.
    }
  },
  clear(): void {
    try {
      sessionStorage.clear();
    } catch {
      // Storage is off: nothing is there.
    }
  },
};
