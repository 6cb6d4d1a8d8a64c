import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs every step even after a failure, so that one run shows everything there is to mend.
 *
 * @param steps name, program of node_modules/.bin (or `node`), its arguments, and environment additions
 * @returns the names of the failed steps
 */
export function runSteps(steps) {
  const failed = [];
  for (const { name, program, args = [], env = {} } of steps) {
    console.log(`\n── ${name} ${'─'.repeat(Math.max(2, 70 - name.length))}`);
    const started = Date.now();
    const result = spawnSync(toPath(program), args, {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    });
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    const ok = result.status === 0;
    if (!ok) failed.push(name);
    const why = result.error ? ` (${result.error.message})` : '';
    console.log(`${ok ? 'ok' : 'FAILED'}: ${name}, ${seconds} s${why}`);
  }
  return failed;
}

function toPath(program) {
  return program === 'node' ? process.execPath : `${ROOT}node_modules/.bin/${program}`;
}
