import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { LICENCES } from './licences';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Run by Node or while building; nothing of them is in the extension. */
const NOT_BUNDLED = new Set(['@hono/node-server', '@wxt-dev/webextension-polyfill']);

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
}

test('every bundled package is named, with the licence it says itself', () => {
  const { dependencies } = z.object({ dependencies: z.record(z.string(), z.string()) }).parse(readJson('package.json'));
  const bundled = Object.keys(dependencies).filter((name) => !NOT_BUNDLED.has(name));
  const licence = z.object({ license: z.string() });
  const said = bundled.map((name) => [name, licence.parse(readJson(`node_modules/${name}/package.json`)).license]);
  expect(LICENCES).toEqual(said.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)));
});
