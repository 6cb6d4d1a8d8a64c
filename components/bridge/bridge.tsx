import { createContext, useContext, type ReactNode } from 'react';
import type { SiteId } from '@/lib/domain/sites/site';
import type { Books } from './books';
import type { BooksState } from './books-state';

/** Where the tree is mounted. */
export type Place = 'popup' | 'panel' | 'dashboard';

/** What a page of the extension hands to the screens: the books to read, and what only the browser can do. */
export interface Bridge {
  readonly books: Books;
  readonly booksState: BooksState;
  readonly place: Place;
  /** The demo market is on: these are its books, not the seller's. The page is loaded anew when that changes. */
  readonly isDemo: boolean;
  /** `route` as `routeHref` makes it; empty leaves an open dashboard where it is. */
  readonly openDashboard: (route: string) => void;
  /** Must be called straight from a click: browsers open a panel only then. */
  readonly openPanel: () => void;
  /** Whether the browser lets the companion talk to alias. */
  readonly hasAccess: () => Promise<boolean>;
  /** Asks for the permission to talk to alias; straight from a click as well. Answers whether it is there now. */
  readonly requestAccess: () => Promise<boolean>;
  /**
   * Asks for the permission to fetch labels from hosts that match; straight from a click as well. Answers whether it is
   * there now. Left out where nothing is fetched.
   */
  readonly requestHosts?: (patterns: readonly string[]) => Promise<boolean>;
  readonly storageUse: () => Promise<{ readonly usedBytes: number; readonly quotaBytes: number } | null>;
  readonly files: BridgeFiles;
  readonly device: BridgeDevice;
  readonly sites: BridgeSites;
  /** The tab beside a panel; where there is none, nothing is followed. */
  readonly tab?: BridgeTab;
}

/** Which marketplaces' pages may be read; the browser alone knows. */
export interface BridgeSites {
  /** Whether pages of the site may be read, in one country at least. */
  readonly has: (site: SiteId) => Promise<boolean>;
  /** Hosts of the site that may not be read. */
  readonly missing: (site: SiteId) => Promise<readonly string[]>;
  /** Must be called straight from a click. Answers whether all of it is allowed now. */
  readonly request: (site: SiteId) => Promise<boolean>;
  /** Answers whether it is gone. */
  readonly remove: (site: SiteId) => Promise<boolean>;
  /** Asking the European Central Bank for exchange rates. */
  readonly rates: {
    readonly has: () => Promise<boolean>;
    /** Must be called straight from a click. Answers whether it is allowed now. */
    readonly request: () => Promise<boolean>;
    readonly remove: () => Promise<boolean>;
  };
  /** Calls back whenever permissions change, from wherever. Answers how to stop. */
  readonly watch: (onChange: () => void) => () => void;
}

/** The tab in front in the window a panel stands in. */
export interface BridgeTab {
  /**
   * Calls back with what the tab shows, now and whenever that changes. `site: null`: the companion may not look. `view`
   * is what the card on its page says, unchecked; null: there is no card. Answers how to stop.
   */
  readonly follow: (onChange: (tab: { readonly site: SiteId | null; readonly view: unknown }) => void) => () => void;
}

/** Files on their way between the person and the background, which cannot travel in messages. */
export interface BridgeFiles {
  /** Hands a file the background has written to the person. */
  readonly save: (name: string, fileName: string) => Promise<void>;
  /** Puts a file where the background can read it; the name is what to tell it. */
  readonly upload: (
    file: Blob,
  ) => Promise<
    { readonly ok: true; readonly name: string } | { readonly ok: false; readonly reason: 'too-large' | 'no-room' }
  >;
}

/** What only the browser knows or does, for Settings. */
export interface BridgeDevice {
  readonly version: string;
  /** Whether the browser keeps our storage when the disk runs full; null where it does not tell. */
  readonly isStorageKept: () => Promise<boolean | null>;
  readonly keepStorage: () => Promise<boolean>;
  readonly shortcuts: () => Promise<readonly { readonly name: string; readonly keys: string }[]>;
  readonly openShortcutSettings: () => Promise<void>;
  /** Whether the person lets us show notifications; null where the browser does not tell. */
  readonly mayNotify: () => Promise<boolean | null>;
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
