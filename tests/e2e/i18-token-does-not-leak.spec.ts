import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page, Request } from '@playwright/test';
import { ask, putRows, QUIET_PAGE, syncAgain, waitForRest, waitForSync } from './harness/books';
import {
  readEverythingKept,
  readStorage,
  ringAlarmFrom,
  sendRaw,
  shownNotifications,
  writeLocal,
} from './harness/browser-api';
import { expect, openExtension, test, type ExtensionUnderTest } from './harness/extension-test';
import { control, requestsSeen } from './harness/market';
import { filesWithSecrets, formsOf, secretsIn, type SecretForms } from './harness/secret-forms';

/**
 * I18: the token is nowhere but in the Authorization header of requests to the API, and the passphrase nowhere at all.
 * The token has no shape that a redactor could know, so nothing but never writing it down keeps it out.
 */

const TOKEN = 'cnry-41f/Zq+88x=kd~P';
const WRONG_TOKEN = 'wrng-7Jw/Lp+02m=vs~Q';
const PASSPHRASE = 'tin härbour seldom+42/vex';
const OTHER_PASSPHRASE = 'quilt môrning anvil/17+yak';
const WRONG_PASSPHRASE = 'maple lantérn orbit/63+fig';
/** Written down on purpose: what finds it would find the others. */
const DECOY = 'decoy-90s/Tb+31h=gr~W';

const SECRETS: readonly SecretForms[] = [
  formsOf('token', TOKEN),
  formsOf('refused token', WRONG_TOKEN),
  formsOf('passphrase', PASSPHRASE),
  formsOf('second passphrase', OTHER_PASSPHRASE),
  formsOf('wrong passphrase', WRONG_PASSPHRASE),
];
const DECOYS = [formsOf('decoy', DECOY)];

test.use({ marketOptions: { listings: 40, orders: 30, seed: 8, speed: 0, token: TOKEN } });
// Two passphrases, each locked and opened by every way there is, and four full readings.
test.setTimeout(180_000);

/** What a context says and sends, from its first moment. */
function listen(context: BrowserContext) {
  const requests: Request[] = [];
  const said: string[] = [];
  context.on('request', (request) => requests.push(request));
  context.on('console', (message) => said.push(message.text()));
  context.on('weberror', (error) => said.push(String(error.error().stack)));
  for (const worker of context.serviceWorkers()) worker.on('console', (message) => said.push(message.text()));
  return { requests, said };
}

/** A request may carry the token in one header only, and only to the API. */
async function leaksOf(request: Request, apiUrl: string): Promise<string[]> {
  // Of a page that is closed by now only what was known at first is left.
  const headers = Object.entries(await request.allHeaders().catch(() => request.headers()));
  const isApi = request.url().startsWith(`${apiUrl}/`);
  const visible = headers.filter(([name]) => !(isApi && name.toLowerCase() === 'authorization'));
  const written = [request.url(), request.postData() ?? '', ...visible.flat()];
  return secretsIn(written.join('\n'), SECRETS).map((secret) => `${secret} in ${request.method()} ${request.url()}`);
}

async function expectNothingKept(page: Page): Promise<void> {
  expect(secretsIn(JSON.stringify(await readStorage(page)), SECRETS), 'extension storage').toEqual([]);
  expect(secretsIn(await readEverythingKept(page), SECRETS), 'databases and private files').toEqual([]);
}

async function expectNothingShown(page: Page): Promise<void> {
  for (const screen of ['today', 'selling', 'settings', 'settings?view=vault', 'diagnostics']) {
    await page.evaluate((hash) => (location.hash = hash), `#/${screen}`);
    await page.waitForTimeout(150);
    const shown = await page.evaluate(() =>
      [
        document.documentElement.outerHTML,
        document.body.innerText,
        location.href,
        document.title,
        ...[...document.querySelectorAll('input,textarea')].map((field) => (field as HTMLInputElement).value),
      ].join('\n'),
    );
    expect(secretsIn(shown, SECRETS), `screen ${screen}`).toEqual([]);
  }
}

/** Locked: whatever is tried, nothing leaves. */
async function expectSilence(page: Page, seen: () => Promise<number>): Promise<void> {
  await expect.poll(async () => (await ask(page, 'vault/status', {})).state).toBe('locked');
  // What was asked in the moment before the lock is answered first; what a dead worker held is freed by the next one.
  await ringAlarmFrom(page, 'tick');
  await waitForRest(page);
  const before = await seen();
  await ask(page, 'sync/now', { full: true });
  await ringAlarmFrom(page, 'tick');
  await page.waitForTimeout(700);
  expect(await seen(), 'requests while locked').toBe(before);
}

async function pasteToken(page: Page, token: string): Promise<void> {
  await page.getByLabel('Access token', { exact: true }).fill(token);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
}

async function liveWithPassphrase(page: Page, keyMode: 'session' | 'device', seen: () => Promise<number>) {
  const [current, passphrase] = keyMode === 'session' ? [null, PASSPHRASE] : [PASSPHRASE, OTHER_PASSPHRASE];
  const wanted = { currentPassphrase: current, passphrase, keyMode, autoLockMinutes: 5 };
  expect(await ask(page, 'vault/protect', wanted)).toEqual({ ok: true });
  await expectNothingKept(page);
  expect(await ask(page, 'vault/lock', {})).toEqual({ ok: true });
  await expectSilence(page, seen);
  await expectNothingKept(page);
  expect(await ask(page, 'vault/unlock', { passphrase: WRONG_PASSPHRASE })).toMatchObject({ ok: false });
  expect(await ask(page, 'vault/unlock', { passphrase })).toEqual({ ok: true });
  await syncAgain(page);
}

/** The time runs out, as far as the stored moment tells. */
async function letAutoLockCome(page: Page): Promise<void> {
  const { local } = await readStorage(page);
  const times = local['vault-lock-at'] as Record<string, number>;
  expect(Object.keys(times)).toHaveLength(1);
  const past = Object.fromEntries(Object.keys(times).map((id) => [id, Date.now() - 1000]));
  await writeLocal(page, { 'vault-lock-at': past });
  await ringAlarmFrom(page, 'tick');
}

async function useEverything(extension: ExtensionUnderTest, quiet: Page, seen: () => Promise<number>): Promise<Page> {
  const app = await extension.page('dashboard.html');
  await app.getByRole('button', { name: 'Connect alias' }).click();
  await pasteToken(app, WRONG_TOKEN);
  await expect(app.getByRole('alert').first()).toBeVisible();
  // The field still holds what was pasted; no text beside it does.
  expect(secretsIn(await app.locator('body').innerText(), SECRETS), 'refusal on the screen').toEqual([]);
  const refusals = [
    await ask(quiet, 'connection/test', { token: WRONG_TOKEN }),
    await ask(quiet, 'connection/connect', { token: WRONG_TOKEN, whenDifferent: 'ask' }),
    await ask(quiet, 'connection/connect', { token: `${WRONG_TOKEN} in two words`, whenDifferent: 'ask' }),
  ];
  expect(refusals).toMatchObject([{ ok: false }, { kind: 'failed' }, { kind: 'failed' }]);
  expect(secretsIn(JSON.stringify(refusals), SECRETS), 'answers').toEqual([]);
  await expectNothingKept(quiet);
  await pasteToken(app, TOKEN);
  await waitForSync(quiet);
  for (const keyMode of ['session', 'device'] as const) {
    await liveWithPassphrase(quiet, keyMode, seen);
    await letAutoLockCome(quiet);
    await expectSilence(quiet, seen);
    await extension.killWorker('stop-all-workers');
    await expectSilence(quiet, seen);
    const passphrase = keyMode === 'session' ? PASSPHRASE : OTHER_PASSPHRASE;
    expect(await ask(quiet, 'vault/unlock', { passphrase })).toEqual({ ok: true });
  }
  return app;
}

test('the token is nowhere but in the Authorization header', async ({ market }) => {
  const profile = mkdtempSync(join(tmpdir(), 'archvd-canary-'));
  try {
    const extension = await openExtension(profile);
    const { requests, said } = listen(extension.context);
    const seen = async () => (await requestsSeen(market)).length;
    const quiet = await extension.page(QUIET_PAGE);
    const app = await useEverything(extension, quiet, seen);

    // Trouble is when secrets get into words: refusals of every kind, and a notification about one of them.
    expect(await ask(quiet, 'snapshot/take', {})).toEqual({ ok: true });
    await control(market, 'faults', { garble: { kind: 'html', next: 3 }, answer: { status: 401, next: 1 } });
    await ask(quiet, 'sync/now', { full: true });
    await expect.poll(() => shownNotifications(quiet)).toHaveLength(1);
    await sendRaw(quiet, { archvd: 1, id: 'no-id', name: TOKEN, input: { token: TOKEN } });
    await expectNothingKept(quiet);
    await expectNothingShown(app);

    const api = requests.filter((request) => request.url().startsWith(market.apiUrl));
    const signed = await Promise.all(api.map((request) => request.headerValue('authorization')));
    expect(signed).toContain(`Bearer ${TOKEN}`);
    for (const request of requests) expect(await leaksOf(request, market.apiUrl)).toEqual([]);
    const strangers = requests.filter((request) => !/^(chrome-extension|data|blob):/.test(request.url()));
    const hosts = new Set(strangers.map((request) => new URL(request.url()).origin));
    expect([...hosts].filter((origin) => origin !== 'https://image.goat.com')).toEqual([market.origin]);
    expect(secretsIn(said.join('\n'), SECRETS), 'console').toEqual([]);
    expect(secretsIn(JSON.stringify(await requestsSeen(market)), SECRETS), 'addresses asked for').toEqual([]);

    await putRows(quiet, 'meta', [{ id: 'decoy', value: DECOY, updatedAt: 0 }]);
    await writeLocal(quiet, { decoy: DECOY });
    expect(secretsIn(await readEverythingKept(quiet), DECOYS)).toEqual(['decoy']);
    await extension.close();

    const withDecoy = filesWithSecrets(profile, DECOYS);
    expect(
      withDecoy.some((path) => path.includes('IndexedDB')),
      'the search sees databases',
    ).toBe(true);
    expect(
      withDecoy.some((path) => path.includes('Local Extension Settings')),
      'the search sees storage',
    ).toBe(true);
    expect(filesWithSecrets(profile, SECRETS), 'files of the profile').toEqual([]);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
