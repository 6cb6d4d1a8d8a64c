import '@/components/app/app.css';
import { mountApp } from '@/components/app/mount';
import { createBooksState } from '@/components/bridge/books-state';
import { followDemo } from '@/components/bridge/follow-demo';
import { createPageFiles } from '@/lib/db/backup/page-files';
import { openDatabase } from '@/lib/db/connection';
import { DEMO_DATABASE } from '@/lib/db/demo-books';
import { createDevice } from '@/lib/platform/device';
import { hasHostAccess, requestHostAccess, requestHosts } from '@/lib/platform/host-access';
import { currentWindow } from '@/lib/platform/current-window';
import { followNeighbour } from '@/lib/platform/neighbour-tab';
import { openDashboard } from '@/lib/platform/open-dashboard';
import { openPanel } from '@/lib/platform/open-panel';
import { createSites } from '@/lib/platform/site-access';
import { estimateStorage } from '@/lib/platform/storage-estimate';
import { ALIAS_API_PATTERN } from '@/lib/settings/build';
import { getSetting } from '@/lib/settings/stored-settings';
import { followPanel } from '@/lib/settings/panel-route';

const booksState = createBooksState();
const demo = await getSetting('demo');
followDemo(demo);
const { db } = openDatabase({
  ...(demo === null ? {} : { name: DEMO_DATABASE }),
  onState: booksState.set,
});

mountApp({
  books: db,
  booksState,
  isDemo: demo !== null,
  place: 'panel',
  openDashboard: (route) => void openDashboard(route),
  openPanel: () => void openPanel(),
  hasAccess: () => hasHostAccess(ALIAS_API_PATTERN),
  requestAccess: () => requestHostAccess(ALIAS_API_PATTERN),
  requestHosts,
  storageUse: () => estimateStorage(),
  files: createPageFiles(),
  device: createDevice(),
  sites: createSites(),
  tab: { follow: (onChange) => followNeighbour(currentWindow, onChange) },
});

// The card on a marketplace page asks for a product while the panel is open, or just before it opens.
followPanel(currentWindow, (route) => (location.hash = route));
