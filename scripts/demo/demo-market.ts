import { randomBytes } from 'node:crypto';
import { freePort } from '../free-port';
import { startSandbox, type SandboxProcess } from '../sandbox-process';

// Big enough that every screen has something to say, small enough that the first sync is watched, not waited for.
const LISTINGS = 180;
const ORDERS = 140;
const SEED = 7;

/** The demo seller's market, on a free port with a token of its own. */
export async function startDemoMarket(): Promise<SandboxProcess> {
  return startSandbox({
    port: await freePort(),
    token: `goatapi_demo_${randomBytes(12).toString('hex')}`,
    listings: LISTINGS,
    orders: ORDERS,
    seed: SEED,
  });
}
