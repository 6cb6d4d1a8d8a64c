import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The only files that touch the browser's storage. Everything else names a key of registry.ts. */
const ALLOWED = new Set([
  'lib/settings/stored-settings.ts',
  'lib/settings/opaque-store.ts',
  'lib/settings/clear-stored.ts',
  'lib/settings/window-store.ts',
  'lib/platform/storage-access.ts',
]);

const STORAGE =
  /wxt\/utils\/storage|(?<!navigator\.)\bstorage\s*\.\s*(local|session|sync|managed)\b|\b(local|session)Storage\b/;

function sources(): readonly string[] {
  return ['lib', 'components', 'entrypoints'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file)),
  );
}

/** Comments may name a place; only whole-line ones are cut, so that no code hides behind an address in a string. */
function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
}

test('every stored key goes through the registry', () => {
  const files = sources();
  const users = files.filter((file) => STORAGE.test(withoutComments(readFileSync(path.join(ROOT, file), 'utf8'))));
  expect(users.filter((file) => !ALLOWED.has(file))).toEqual([]);
  // The allowed ones are found: the search looks where it should.
  expect(users.filter((file) => ALLOWED.has(file)).length).toBe(ALLOWED.size);
});

test.each([
  'await browser.storage.local.set({ a: 1 })',
  "import { storage } from 'wxt/utils/storage';",
  'chrome.storage\n  .session.get()',
  'localStorage.setItem(a, b)',
])('the search knows a back door when it sees one: %s', (line) => {
  expect(STORAGE.test(line)).toBe(true);
});
