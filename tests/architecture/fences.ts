/**
 * The table "who may import whom", written a second time on purpose: the lint configuration says it in patterns, this
 * says it in paths, and the canary test holds the two against each other. A change of the rules is a change of both.
 */
export interface Fence {
  /** A file of the folder, for the others to import. A file beside it does the folder's own importing. */
  file: string;
  mayImport: readonly string[];
  packages: readonly string[];
  /** Single files of a folder it may not import as a whole. */
  mayImportFiles?: readonly string[];
  /** Folders of which only types may be imported. */
  typesOf?: readonly string[];
}

const UI_PACKAGES = [
  'react',
  'react-dom/client',
  '@mantine/core',
  '@mantine/charts',
  '@mantine/spotlight',
  '@tabler/icons-react',
  'recharts',
];
const TABLES = ['@tanstack/react-table', '@tanstack/react-virtual'];
const SCREEN_PACKAGES = [...UI_PACKAGES, ...TABLES, 'dexie-react-hooks'];
const SCREEN_IMPORTS = ['ui', 'domain', 'queries', 'messaging', 'settings'];
const WITH_FILES = [...SCREEN_IMPORTS, 'files', 'bridge'];

export const FENCES: Readonly<Record<string, Fence>> = {
  domain: { file: 'lib/domain/money/planted.ts', mayImport: [], packages: [] },
  contract: { file: 'lib/marketplaces/contract/planted.ts', mayImport: ['domain'], packages: [] },
  http: { file: 'lib/marketplaces/http/planted.ts', mayImport: ['domain', 'contract'], packages: ['ky'] },
  alias: {
    file: 'lib/marketplaces/alias/client.ts',
    mayImport: ['aliasPage', 'domain', 'contract', 'http'],
    packages: ['ky', 'zod', 'zod/mini'],
  },
  pageLayers: { file: 'lib/marketplaces/page/planted.ts', mayImport: ['domain', 'contract'], packages: [] },
  aliasPage: {
    file: 'lib/marketplaces/alias/page/planted.ts',
    mayImport: ['domain', 'contract', 'pageLayers'],
    packages: [],
  },
  goat: {
    file: 'lib/marketplaces/goat/client.ts',
    mayImport: ['domain', 'contract', 'http'],
    packages: ['ky', 'zod', 'zod/mini'],
  },
  sandbox: {
    file: 'lib/sandbox/planted.ts',
    mayImport: ['domain'],
    mayImportFiles: ['lib/marketplaces/alias/schemas.ts'],
    packages: ['hono', '@hono/node-server', 'zod', 'zod/mini', 'node:http', 'node:fs'],
  },
  files: {
    file: 'lib/files/planted.ts',
    mayImport: ['domain'],
    packages: ['papaparse', 'ical.js', 'zod', 'zod/mini', 'fflate', 'saxen', 'write-excel-file', '@cantoo/pdf-lib'],
  },
  db: { file: 'lib/db/planted.ts', mayImport: ['domain'], packages: ['dexie', 'zod', 'zod/mini'] },
  queries: { file: 'lib/queries/planted.ts', mayImport: ['domain', 'db'], packages: ['dexie'] },
  settings: {
    file: 'lib/settings/planted.ts',
    mayImport: ['domain', 'platform', 'secrets'],
    packages: ['wxt/utils/storage', 'zod', 'zod/mini'],
  },
  secrets: {
    file: 'lib/secrets/planted.ts',
    mayImport: ['domain', 'platform', 'settings'],
    packages: ['wxt/utils/storage', 'zod', 'zod/mini'],
  },
  platform: { file: 'lib/platform/planted.ts', mayImport: ['domain'], packages: ['wxt/browser'] },
  // Messages travel over `browser.runtime`, and lib/platform is the only folder that touches `browser`.
  messaging: { file: 'lib/messaging/planted.ts', mayImport: ['domain', 'platform'], packages: ['zod', 'zod/mini'] },
  sync: {
    file: 'lib/sync/planted.ts',
    mayImport: ['domain', 'contract', 'db', 'settings', 'platform'],
    packages: [],
  },
  outbox: { file: 'lib/outbox/planted.ts', mayImport: ['domain', 'contract', 'db', 'platform'], packages: [] },
  commands: {
    file: 'lib/commands/planted.ts',
    mayImport: ['domain', 'db', 'outbox', 'settings'],
    typesOf: ['messaging'],
    packages: [],
  },
  jobs: {
    file: 'lib/jobs/planted.ts',
    mayImport: ['domain', 'db', 'queries', 'sync', 'outbox', 'commands', 'settings', 'platform'],
    packages: [],
  },
  desk: {
    file: 'lib/desk/planted.ts',
    mayImport: [
      'domain',
      'contract',
      'db',
      'queries',
      'settings',
      'secrets',
      'platform',
      'messaging',
      'sync',
      'jobs',
      'commands',
    ],
    packages: [],
  },
  overlay: {
    file: 'lib/overlay/planted.ts',
    mayImport: ['domain', 'contract', 'aliasPage', 'pageLayers', 'messaging'],
    packages: [],
  },
  ui: { file: 'components/ui/planted.tsx', mayImport: ['domain'], packages: [...UI_PACKAGES, ...TABLES] },
  bridge: {
    file: 'components/bridge/planted.tsx',
    mayImport: SCREEN_IMPORTS,
    typesOf: ['db'],
    packages: SCREEN_PACKAGES,
  },
  inventoryScreen: {
    file: 'components/inventory/planted.tsx',
    mayImport: WITH_FILES,
    packages: SCREEN_PACKAGES,
  },
  salesScreen: {
    file: 'components/sales/planted.tsx',
    mayImport: WITH_FILES,
    packages: SCREEN_PACKAGES,
  },
  app: {
    file: 'components/app/planted.tsx',
    mayImport: [...SCREEN_IMPORTS, 'bridge', 'inventoryScreen', 'salesScreen'],
    packages: SCREEN_PACKAGES,
  },
  overlayView: {
    file: 'components/overlay/planted.tsx',
    mayImport: ['domain', 'overlay', 'messaging'],
    packages: ['react', 'react-dom/client'],
  },
};

export const ENTRYPOINTS = ['entrypoints/popup/main.tsx', 'entrypoints/dashboard/main.tsx'] as const;
export const ENTRYPOINT_PACKAGES = [
  'wxt/browser',
  'wxt/utils/define-background',
  'wxt/utils/define-content-script',
  'wxt/utils/define-unlisted-script',
  'wxt/utils/storage',
  'react',
  'react-dom/client',
  '@mantine/core',
];

/** Every package some folder may use: each is refused everywhere else. */
export const PACKAGES = [
  ...new Set([...Object.values(FENCES).flatMap((fence) => fence.packages), ...ENTRYPOINT_PACKAGES]),
];
