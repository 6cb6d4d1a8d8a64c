import type { Page } from '@playwright/test';
import { routeHref } from '../../components/ui/route';
import type { SandboxProcess } from '../sandbox-process';

const STEP_MS = 20_000;

/** Connects as a person does: pastes the token and presses the button. */
export async function connect(page: Page, market: SandboxProcess): Promise<void> {
  const token = page.getByLabel('Access token', { exact: true });
  await step('the first screen did not offer to connect', () =>
    page.getByRole('button', { name: 'Connect alias', exact: true }).click({ timeout: STEP_MS }),
  );
  await step('the field for the access token did not appear', () => token.waitFor({ timeout: STEP_MS }));
  await token.fill(market.token);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await step(
    'the token was not accepted',
    () => token.waitFor({ state: 'detached', timeout: STEP_MS }),
    async () => (await page.getByRole('alert').allInnerTexts()).join(' '),
  );
  // The preferences are good as they are, and what is read next is waited for elsewhere.
  for (const name of ['Skip for now', 'Go to Today']) {
    await step(`the first steps have no "${name}"`, () =>
      page.getByRole('button', { name }).click({ timeout: STEP_MS }),
    );
  }
}

/** Loads the purchase ledger through the Files screen: alias knows what sold, not what it cost. */
export async function importLedger(page: Page, market: SandboxProcess): Promise<void> {
  const csv = await market.ledger();
  await goTo(page, 'files');
  const input = page.getByLabel('Choose a file');
  await step('the Files screen has no place for the purchase ledger', () =>
    input.waitFor({ state: 'attached', timeout: STEP_MS }),
  );
  await input.setInputFiles({ name: 'purchase-ledger.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  // The screen first tells what the ledger would do.
  const preview = page.getByRole('dialog');
  await step('the purchase ledger was not read', () =>
    preview.getByRole('button', { name: 'Import', exact: true }).click({ timeout: STEP_MS }),
  );
  await step('the purchase ledger was not taken in', () => preview.waitFor({ state: 'detached', timeout: STEP_MS }));
}

export async function goTo(page: Page, screen: Parameters<typeof routeHref>[0]['screen']): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, routeHref({ screen }));
}

async function step(failure: string, run: () => Promise<unknown>, detail?: () => Promise<string>): Promise<void> {
  try {
    await run();
  } catch (cause) {
    const said = detail ? await detail().catch(() => '') : '';
    throw new Error(`In the extension, ${failure}${said ? `: ${said}` : '.'}`, { cause });
  }
}
