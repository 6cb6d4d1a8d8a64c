// Runs an independent check of the marketplace contract against the sandbox market:
//   tsx scripts/check-contract.ts path/to/alias-contract.mjs
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from './free-port';
import { startSandbox } from './sandbox-process';

const [checker] = process.argv.slice(2);
if (!checker) throw new Error('Name the program that checks the contract.');

const market = await startSandbox({ port: await freePort(), token: 'contract-token' });
try {
  const args = [checker, '--base', market.apiUrl, '--token', market.token];
  const [code] = await once(spawn(process.execPath, args, { stdio: 'inherit' }), 'exit');
  process.exitCode = typeof code === 'number' ? code : 1;
} finally {
  await market.stop();
}
