import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = [
  'components',
  'entrypoints',
  'lib',
  'locales',
  'public',
  'scripts/bring-card-words.ts',
  'scripts/build-target.ts',
  'scripts/harden-packages.ts',
  'scripts/leave-out-polyfill.ts',
  'scripts/take-dexie.ts',
];
const SETTINGS = ['package-lock.json', 'package.json', 'tsconfig.json', 'wxt.config.ts'];
const STAMP = 'built-for.json';

export interface BuildOptions {
  apiUrl: string;
  /** Folder below the project root that the browser's folder goes into, e.g. `.output/demo`. */
  outDir: string;
  /** Take an earlier build when it is for the same address and no source is newer. */
  reuse?: boolean;
  /** What only a test may have: a look into the card, and the permission for marketplaces without anybody's click. */
  testHooks?: boolean;
}

/**
 * Makes a production build for Chromium that talks to `apiUrl`.
 *
 * @returns the folder to load into the browser
 * @throws Error with the build's own output when it fails
 */
export function buildExtension({ apiUrl, outDir, reuse = false, testHooks = false }: BuildOptions): string {
  const base = join(ROOT, outDir);
  const extension = join(base, 'chrome-mv3');
  const stamp = join(base, STAMP);
  if (reuse && builtFor(stamp) === apiUrl && statSync(stamp).mtimeMs > newestSource()) return extension;
  const startedAt = new Date();
  const wxt = spawnSync(process.execPath, [join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'build'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: {
      ...process.env,
      ARCHVD_ALIAS_API_URL: apiUrl,
      ARCHVD_OUT_DIR: outDir,
      ARCHVD_TEST_HOOKS: testHooks ? '1' : '0',
    },
  });
  if (wxt.status !== 0) throw new Error(`The build failed:\n${wxt.stdout}\n${wxt.stderr}`);
  writeFileSync(stamp, JSON.stringify({ apiUrl, startedAt }));
  return extension;
}

/** The address the build in `outDir` was made for, null when there is none. */
export function lastBuildUrl(outDir: string): string | null {
  return builtFor(join(ROOT, outDir, STAMP));
}

function builtFor(stamp: string): string | null {
  if (!existsSync(stamp)) return null;
  const content: unknown = JSON.parse(readFileSync(stamp, 'utf8'));
  const hasUrl = typeof content === 'object' && content !== null && 'apiUrl' in content;
  return hasUrl && typeof content.apiUrl === 'string' ? content.apiUrl : null;
}

/** Folders count too: removing a file changes only the folder's time. */
function newestSource(): number {
  const folders = SOURCES.map((name) => join(ROOT, name)).filter((path) => existsSync(path));
  const below = folders
    .filter((path) => statSync(path).isDirectory())
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)));
  const all = [...folders, ...below, ...SETTINGS.map((name) => join(ROOT, name))];
  return Math.max(...all.filter((path) => !path.endsWith('.test.ts')).map((path) => statSync(path).mtimeMs));
}
