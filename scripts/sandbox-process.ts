import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const READY_WITHIN_MS = 30_000;
const readyLine = z.object({ port: z.number().int(), token: z.string() });

export interface SandboxOptions {
  port: number;
  token: string;
  listings?: number;
  orders?: number;
  seed?: number;
  /** How many times faster than the clock the market lives. */
  speed?: number;
}

export interface SandboxProcess {
  origin: string;
  apiUrl: string;
  token: string;
  /** The demo seller's purchase ledger, as CSV. */
  ledger(): Promise<string>;
  stop(): Promise<void>;
}

/** Starts `lib/sandbox/cli.ts` in a process of its own and waits for the line that says it listens. */
export async function startSandbox(options: SandboxOptions): Promise<SandboxProcess> {
  const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  // One process, no wrapper: a wrapper would outlive the signal that ends it.
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/sandbox/cli.ts', ...flags], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const endWithUs = () => child.kill();
  process.once('exit', endWithUs);
  const ready = await firstLine(child);
  const origin = `http://127.0.0.1:${ready.port}`;
  return {
    origin,
    apiUrl: `${origin}/api/v1`,
    token: ready.token,
    ledger: () => fetchLedger(origin, ready.token),
    async stop() {
      process.removeListener('exit', endWithUs);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<z.infer<typeof readyLine>> {
  if (!child.stdout) throw new Error('The sandbox market has no output.');
  const lines = createInterface({ input: child.stdout });
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(timer);
      child.kill();
      reject(new Error(`The sandbox market did not start: ${why}`));
    };
    const timer = setTimeout(() => fail(`no answer within ${READY_WITHIN_MS / 1000} s.`), READY_WITHIN_MS);
    child.once('exit', (code) => fail(`it ended with exit code ${code}.`));
    child.once('error', (error) => fail(error.message));
    lines.on('line', (line) => {
      const parsed = readyLine.safeParse(parseJson(line));
      if (!parsed.success) return;
      clearTimeout(timer);
      child.removeAllListeners('exit');
      resolve(parsed.data);
    });
  });
}

async function fetchLedger(origin: string, token: string): Promise<string> {
  const response = await fetch(`${origin}/sandbox/ledger.csv`, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`The sandbox market answered ${response.status} for the purchase ledger.`);
  return response.text();
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
