import { parseArgs } from 'node:util';
import { serveSandbox } from './serve';

const numeric = ['port', 'listings', 'orders', 'seed', 'speed', 'start', 'buyers'] as const;

const { values } = parseArgs({
  options: {
    token: { type: 'string' },
    ...Object.fromEntries(numeric.map((name) => [name, { type: 'string' as const }])),
  },
});

function number(name: (typeof numeric)[number]): number | undefined {
  const text: unknown = (values as Record<string, unknown>)[name];
  if (typeof text !== 'string') return undefined;
  const value = name === 'start' ? Date.parse(text) : Number(text);
  if (!Number.isFinite(value) || value < 0) throw new Error(`--${name} is not valid: ${text}`);
  return value;
}

function given<T extends object>(options: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never;
}

const served = await serveSandbox(
  given({
    token: typeof values.token === 'string' ? values.token : undefined,
    port: number('port'),
    listings: number('listings'),
    orders: number('orders'),
    seed: number('seed'),
    speed: number('speed'),
    startAt: number('start'),
    buyerShare: number('buyers'),
  }),
);
console.log(JSON.stringify({ port: served.port, token: served.token }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void served.close().then(() => process.exit(0)));
}
