import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { z } from 'zod';
import { ECB_PATTERN } from '../../lib/domain/fx/ecb';
import { PAPER_PATTERNS } from '../../lib/domain/orders/paper-place';
import { SITES, sitePatterns } from '../../lib/domain/sites/site';
import { expect, test } from './harness/extension-test';
import { isWorkerRunning } from './harness/worker-control';

const PAGES = ['popup.html', 'sidepanel.html', 'dashboard.html', 'options.html'];

const extensionFolder = () => process.env.ARCHVD_E2E_EXTENSION ?? '';
const read = (path: string) => readFileSync(join(extensionFolder(), path), 'utf8');

function scripts(): { path: string; text: string }[] {
  const files = readdirSync(extensionFolder(), { recursive: true, encoding: 'utf8' });
  return files.filter((path) => /\.(js|html)$/.test(path)).map((path) => ({ path, text: read(path) }));
}

test('every page opens without an error on its console', async ({ extension }) => {
  for (const path of PAGES) {
    const errors: string[] = [];
    const page = await extension.context.newPage();
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`chrome-extension://${extension.extensionId}/${path}`);
    await expect(page.locator('#root'), `${path} mounts its tree`).not.toBeEmpty();
    expect(errors, path).toEqual([]);
    await page.close();
  }
});

// More power needs a reason that a reader of the store page would accept: change this list only together with one.
test('the manifest asks for exactly these rights', ({ market }) => {
  const rights = z
    .object({
      manifest_version: z.number(),
      name: z.string(),
      permissions: z.array(z.string()),
      optional_permissions: z.array(z.string()).optional(),
      host_permissions: z.array(z.string()),
      optional_host_permissions: z.array(z.string()).optional(),
      content_scripts: z.array(z.unknown()).optional(),
      content_security_policy: z.object({ extension_pages: z.string() }),
      web_accessible_resources: z.array(z.unknown()).optional(),
      externally_connectable: z.unknown().optional(),
    })
    .parse(JSON.parse(read('manifest.json')));
  const { content_security_policy: policy, ...asked } = rights;
  expect(policy.extension_pages).toContain(
    `connect-src 'self' ${new URL(market.origin).origin} https://*.alias.org https://*.goat.com https://www.ecb.europa.eu;`,
  );
  expect({ ...asked, permissions: asked.permissions.toSorted() }).toEqual({
    manifest_version: 3,
    name: 'ArchVD Companion (local market)',
    permissions: ['alarms', 'contextMenus', 'notifications', 'scripting', 'sidePanel', 'storage', 'unlimitedStorage'],
    host_permissions: ['http://127.0.0.1/*'],
    optional_host_permissions: [...SITES.flatMap(({ id }) => sitePatterns(id)), ...PAPER_PATTERNS, ECB_PATTERN],
  });
});

// The host permission covers every port of this machine, and the other server lets everybody read: only the policy of
// the extension itself stands in the way.
test('neither a page nor the worker can send anything anywhere but to the market', async ({ market, extension }) => {
  let heard = 0;
  const other = createServer((_request, response) => {
    heard += 1;
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('heard');
  }).listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const elsewhere = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
  const reach = (url: string) =>
    fetch(url).then(
      () => true,
      () => false,
    );
  const page = await extension.page('dashboard.html');
  const places = [(url: string) => page.evaluate(reach, url), (url: string) => extension.worker.evaluate(reach, url)];
  for (const reachFrom of places) {
    expect(await reachFrom(elsewhere)).toBe(false);
    expect(await reachFrom(`${market.apiUrl}/test`)).toBe(true);
  }
  expect(heard).toBe(0);
  other.close();
});

test('no code is made from text or fetched from elsewhere', () => {
  const found = scripts();
  expect(found.map(({ path }) => path)).toContain('background.js');
  const offending = (pattern: RegExp) => found.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
  expect(offending(/\beval\s*\(/), 'eval').toEqual([]);
  expect(offending(/\bnew\s+Function\b|[^\w.$]Function\s*\(\s*["'`]/), 'Function from text').toEqual([]);
  expect(offending(/\.innerHTML\s*=\s*[^"'`=]/), 'markup from text').toEqual([]);
  expect(offending(/<script[^>]+src\s*=\s*["']?(?:https?:)?\/\//i), 'remote script').toEqual([]);
  expect(offending(/\bimport\s*\(\s*["'`]https?:|importScripts\s*\(\s*["'`]https?:/), 'remote module').toEqual([]);
});

for (const method of ['close-target', 'stop-all-workers'] as const) {
  test(`the background worker can be ended by ${method} and comes back on the next event`, async ({ extension }) => {
    expect(await isWorkerRunning(extension.context, extension.extensionId)).toBe(true);
    await extension.worker.evaluate(() => Object.assign(globalThis, { markOfThisLife: true }));
    await extension.killWorker(method);
    await expect.poll(() => isWorkerRunning(extension.context, extension.extensionId)).toBe(false);
    await extension.startWorker();
    const survived = await extension.worker.evaluate(() => 'markOfThisLife' in globalThis);
    expect(survived, 'nothing in memory outlives the worker').toBe(false);
  });
}
