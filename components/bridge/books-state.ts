/** How the books stand: open and usable while `message` is empty, else what to tell the person. */
export interface BooksStanding {
  readonly kind: string;
  readonly message: string;
  /** Why they cannot be used, as a literal; null while all is well. */
  readonly code: string | null;
}

/** Remembers how the books stand for whoever is mounted, now or later. */
export interface BooksState {
  readonly set: (standing: BooksStanding) => void;
  readonly get: () => BooksStanding;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createBooksState(): BooksState {
  let standing: BooksStanding = { kind: 'opening', message: '', code: null };
  const listeners = new Set<() => void>();
  return {
    set(next) {
      standing = next;
      for (const listener of listeners) listener();
    },
    get: () => standing,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
