import { createContext, useContext, type ReactNode } from 'react';
import type { Books } from './books';
import type { BooksState } from './books-state';

/** Where the tree is mounted. */
export type Place = 'popup' | 'panel' | 'dashboard';

/** What a page of the extension hands to the screens: the books to read, and what only the browser can do. */
export interface Bridge {
  readonly books: Books;
  readonly booksState: BooksState;
  readonly place: Place;
  /** `route` as `routeHref` makes it; empty leaves an open dashboard where it is. */
  readonly openDashboard: (route: string) => void;
  /** Must be called straight from a click: browsers open a panel only then. */
  readonly openPanel: () => void;
  /** Asks for the permission to talk to alias; straight from a click as well. Answers whether it is there now. */
  readonly requestAccess: () => Promise<boolean>;
  readonly storageUse: () => Promise<{ readonly usedBytes: number; readonly quotaBytes: number } | null>;
}

const BridgeContext = createContext<Bridge | null>(null);

export function BridgeProvider({ bridge, children }: { readonly bridge: Bridge; readonly children: ReactNode }) {
  return <BridgeContext value={bridge}>{children}</BridgeContext>;
}

export function useBridge(): Bridge {
  const bridge = useContext(BridgeContext);
  if (bridge === null) throw new Error('This part of the screen is mounted outside its page');
  return bridge;
}
