import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { findChromium } from './find-chromium';
import { runSteps } from './run-steps.mjs';

const RESULTS = fileURLToPath(new URL('../test-results/', import.meta.url));
const UNIT = join(RESULTS, 'unit.json');
const INTEGRATION = join(RESULTS, 'integration.json');
const E2E = join(RESULTS, 'e2e.json');

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
});
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

interface Count {
  passed: number;
  failed: number;
}

function vitest(project: string, outputFile: string) {
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${outputFile}`,
  ];
  return { name: `${project} tests`, program: 'vitest', args };
}

function readReport(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

function countVitest(path: string): Count {
  const report = vitestReport.safeParse(readReport(path));
  if (!report.success) return { passed: 0, failed: 0 };
  const { numPassedTests, numFailedTests, numFailedTestSuites } = report.data;
  // A file that does not even load has no failed test, only a failed suite.
  return { passed: numPassedTests, failed: numFailedTests === 0 ? numFailedTestSuites : numFailedTests };
}

function countPlaywright(path: string): Count {
  const report = playwrightReport.safeParse(readReport(path));
  if (!report.success) return { passed: 0, failed: 0 };
  const { expected, unexpected, flaky } = report.data.stats;
  return { passed: expected, failed: unexpected + flaky };
}

// Reports of an earlier run must not be counted when a stage of this one dies before it writes its own.
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
// Found (or installed) first, so that a missing browser is said at once and not after minutes of other tests.
console.log(`Chromium: ${findChromium()}`);

const failedSteps = runSteps([
  { name: 'check', program: 'node', args: ['scripts/check.mjs'] },
  vitest('unit', UNIT),
  vitest('integration', INTEGRATION),
  { name: 'production build for Chrome', program: 'wxt', args: ['build'] },
  { name: 'production build for Firefox', program: 'wxt', args: ['build', '-b', 'firefox', '--mv3'] },
  {
    name: "Mozilla's linter on the Firefox build",
    program: 'web-ext',
    args: ['lint', '--source-dir', '.output/firefox-mv3', '--warnings-as-errors'],
  },
  { name: 'end to end in Chromium', program: 'playwright', args: ['test'], env: { PLAYWRIGHT_JSON_OUTPUT_FILE: E2E } },
]);

const counts = [countVitest(UNIT), countVitest(INTEGRATION), countPlaywright(E2E)];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(failedSteps.length === 0 ? '\nAll stages passed.' : `\nFAILED stages: ${failedSteps.join('; ')}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failedSteps.length === 0 && failed === 0 ? 0 : 1;
