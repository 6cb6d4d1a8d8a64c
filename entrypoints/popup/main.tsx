import '@/components/popup/popup.css';
import { createBooksState } from '@/components/bridge/books-state';
import { mountPopup } from '@/components/popup/mount';
import { openDatabase } from '@/lib/db/connection';
import { requestHostAccess } from '@/lib/platform/host-access';
import { openDashboard } from '@/lib/platform/open-dashboard';
import { openPanel } from '@/lib/platform/open-panel';
import { estimateStorage } from '@/lib/platform/storage-estimate';
import { ALIAS_API_PATTERN } from '@/lib/settings/build';

const booksState = createBooksState();
const { db } = openDatabase({ onState: booksState.set });

/** Browsers without a panel get the dashboard; the popup has done its work then. */
async function openPanelOrDashboard(): Promise<void> {
  if (!(await openPanel())) await openDashboard();
  window.close();
}

mountPopup({
  books: db,
  booksState,
  place: 'popup',
  openDashboard: (route) => void openDashboard(route).then(() => window.close()),
  openPanel: () => void openPanelOrDashboard(),
  requestAccess: () => requestHostAccess(ALIAS_API_PATTERN),
  storageUse: () => estimateStorage(),
});
