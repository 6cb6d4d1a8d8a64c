import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { serveSandbox } from './serve';

/** An independent check of the wire contract; it lies outside this repository, without it these tests skip. */
const tool = fileURLToPath(new URL('../../../shared/tools/alias-contract.mjs', import.meta.url));
const there = existsSync(tool);
if (!there) console.warn(`no contract check at ${tool}: the sandbox is not checked against it`);

function run(base: string, token: string): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [tool, '--base', base, '--token', token]);
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('close', (code) => resolve({ code, output }));
  });
}

describe.skipIf(!there)('the independent contract check', () => {
  test.each([
    [2, 340, 420],
    [1, 10_000, 5000],
  ])(
    'seed %i, %i listings, %i orders',
    async (seed, listings, orders) => {
      const served = await serveSandbox({ token: 'contract', seed, listings, orders });
      try {
        const { code, output } = await run(`http://127.0.0.1:${served.port}/api/v1`, served.token);
        expect(output.split('\n').filter((line) => line.startsWith('FAIL'))).toEqual([]);
        expect(output).toMatch(/\n\d{2,} passed, 0 failed\n$/);
        expect(code).toBe(0);
      } finally {
        await served.close();
      }
    },
    60_000,
  );
});
