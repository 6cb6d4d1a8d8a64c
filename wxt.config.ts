import { defineConfig } from 'wxt';
import { bringCardWords } from './scripts/bring-card-words';
import { readBuildTarget, toDefine } from './scripts/build-target';
import { hardenPackages } from './scripts/harden-packages';
import { leaveOutPolyfill } from './scripts/leave-out-polyfill';
import { takeDexie } from './scripts/take-dexie';

const target = readBuildTarget(process.env);
const name = target.isOfficial ? 'ArchVD Companion' : 'ArchVD Companion (local market)';

export default defineConfig({
  // Auto-imports hide dependencies from every fence of .oxlintrc.json.
  imports: false,
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  targetBrowsers: ['chrome', 'firefox'],
  manifestVersion: 3,
  // The browser's folder comes below it: `.output/chrome-mv3`. Builds for tests go elsewhere.
  outDir: process.env.ARCHVD_OUT_DIR ?? '.output',
  manifest: ({ browser }) => ({
    name,
    description: 'Stock, listings, orders, prices and true profit of an alias seller, kept in your own browser.',
    default_locale: 'en',
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      'notifications',
      'scripting',
      'contextMenus',
      ...(browser === 'chrome' ? ['sidePanel'] : []),
    ],
    host_permissions: [target.hostPermission, ...target.sitePermissions.required],
    optional_host_permissions: [...target.sitePermissions.optional, ...target.paperPermissions, target.ratesPermission],
    commands: COMMANDS,
    omnibox: { keyword: 'av' },
    content_security_policy: { extension_pages: target.contentSecurityPolicy },
    ...(browser === 'chrome' ? CHROME_ONLY : FIREFOX_ONLY),
  }),
  hooks: {
    // The detector is registered when a site is allowed; WXT leaves an empty list of scripts behind.
    'build:manifestGenerated': (_wxt, manifest) => {
      if (manifest.content_scripts?.length === 0) delete manifest.content_scripts;
    },
    // The detector runs on every page of a site and sends one message, which browsers do alike: it goes without the
    // polyfill, which would be most of its size and of its time.
    // The card, for the same reason; and it brings its own words along.
    // The desk runs beside the worker and takes the worker's Dexie.
    'vite:build:extendConfig': (entrypoints, config) => {
      const only = (name: string) => entrypoints.every((entrypoint) => entrypoint.name === name);
      if (only('detector')) config.plugins = [...(config.plugins ?? []), leaveOutPolyfill()];
      if (only('overlay') || only('card'))
        config.plugins = [...(config.plugins ?? []), leaveOutPolyfill(), bringCardWords()];
      if (only('desk')) config.plugins = [...(config.plugins ?? []), takeDexie()];
    },
  },
  // Reports of earlier test runs are no sources.
  zip: { excludeSources: ['test-results/**', 'playwright-report/**'] },
  vite: () => ({
    define: toDefine(target),
    plugins: [hardenPackages()],
    build: { minify: true, sourcemap: false, reportCompressedSize: false },
  }),
});

// Keys are suggestions: the browser lets the person change them, and takes none that is taken.
const COMMANDS = {
  _execute_action: { suggested_key: { default: 'Alt+Shift+A' } },
  'open-panel': { suggested_key: { default: 'Alt+Shift+S' }, description: 'Open the side panel' },
  'open-dashboard': { suggested_key: { default: 'Alt+Shift+D' }, description: 'Open the dashboard' },
  // The fourth and last key that a browser takes as a suggestion.
  'pause-repricing': { suggested_key: { default: 'Alt+Shift+P' }, description: 'Pause repricing' },
};

// 120 is the first version with alarms every 30 seconds; sidePanel.open (116) is older.
const CHROME_ONLY = { minimum_chrome_version: '120' };

// 140 (142 on Android) is the first version that knows data_collection_permissions. The token is sent to alias, and
// nothing is sent to anyone else.
const FIREFOX_ONLY = {
  browser_specific_settings: {
    gecko: {
      id: 'companion@archvd.app',
      strict_min_version: '142.0',
      data_collection_permissions: { required: ['authenticationInfo' as const] },
    },
  },
};
