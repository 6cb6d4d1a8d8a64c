import { parseArgs } from 'node:util';
import { serveSandbox, type ServeOptions } from './serve';

/** Flags and the options they set. `--start` takes a date. */
const numeric = {
  port: 'port',
  listings: 'listings',
  orders: 'orders',
  seed: 'seed',
  speed: 'speed',
  buyers: 'buyerShare',
  start: 'startAt',
} as const;

type Flag = keyof typeof numeric;
type Writable<T> = { -readonly [K in keyof T]: T[K] };

function numberOf(flag: Flag, text: string): number {
  const value = flag === 'start' ? Date.parse(text) : Number(text);
  if (text === '' || !Number.isFinite(value) || value < 0) throw new Error(`--${flag} is not valid: ${text}`);
  return value;
}

const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: {
    token: text,
    port: text,
    listings: text,
    orders: text,
    seed: text,
    speed: text,
    buyers: text,
    start: text,
  },
});
const options: Writable<ServeOptions> = {};
if (values.token !== undefined) options.token = values.token;
for (const flag of Object.keys(numeric) as Flag[]) {
  const value = values[flag];
  if (value !== undefined) options[numeric[flag]] = numberOf(flag, value);
}

try {
  const served = await serveSandbox(options);
  console.log(JSON.stringify({ port: served.port, token: served.token }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void served.close().then(() => process.exit(0)));
  }
} catch (error) {
  // A port that is taken, most of all: one line says it better than a stack.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
