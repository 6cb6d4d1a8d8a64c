import '@/components/app/app.css';
import { mountApp } from '@/components/app/mount';
import { createBooksState } from '@/components/bridge/books-state';
import { openDatabase } from '@/lib/db/connection';
import { requestHostAccess } from '@/lib/platform/host-access';
import { openDashboard } from '@/lib/platform/open-dashboard';
import { openPanel } from '@/lib/platform/open-panel';
import { estimateStorage } from '@/lib/platform/storage-estimate';
import { ALIAS_API_PATTERN } from '@/lib/settings/build';

if (location.hash === '') location.hash = '#/settings';

const booksState = createBooksState();
const { db } = openDatabase({ onState: booksState.set });

mountApp({
  books: db,
  booksState,
  place: 'dashboard',
  openDashboard: (route) => void openDashboard(route),
  openPanel: () => void openPanel(),
  requestAccess: () => requestHostAccess(ALIAS_API_PATTERN),
  storageUse: () => estimateStorage(),
});
