import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/e2e/harness/global-setup.ts',
  // Playwright empties this folder first; the reports of the other stages lie beside it.
  outputDir: 'test-results/e2e',
  // One browser at a time: the market has one port, and a second Chromium would make times on two cores meaningless.
  workers: 1,
  fullyParallel: false,
  // A test that passes at the second try has found something: it fails.
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
});
