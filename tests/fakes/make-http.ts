import { instant } from '@/lib/domain/time/instant';
import { createHttp, type Http, type HttpSettings } from '@/lib/marketplaces/http/create-http';
import type { HttpPorts, RequestLogEntry, RequestOutcome } from '@/lib/marketplaces/http/ports';

export const TEST_TOKEN = 'goatapi_canary-4711';

/** The moment tests live in: 2025-12-09T12:00:00Z. */
export const TEST_NOW = instant(Date.parse('2025-12-09T12:00:00Z'));

export interface TestHttp {
  readonly http: Http;
  readonly log: readonly RequestLogEntry[];
  readonly outcomes: readonly RequestOutcome[];
  readonly slept: readonly number[];
}

/** HTTP against a test server: open gate, standing clock, no real waits between attempts. */
export function makeHttp(
  origin: string,
  changes: Partial<HttpPorts> = {},
  settings: Partial<HttpSettings> = {},
): TestHttp {
  const log: RequestLogEntry[] = [];
  const outcomes: RequestOutcome[] = [];
  const slept: number[] = [];
  const http = createHttp(
    {
      baseUrl: `${origin}/api/v1`,
      now: () => TEST_NOW,
      random: () => 0.5,
      token: () => Promise.resolve(TEST_TOKEN),
      gate: {
        enter: () => Promise.resolve(),
        leave: (outcome) => {
          outcomes.push(outcome);
          return Promise.resolve(null);
        },
      },
      onRequest: (entry) => void log.push(entry),
      sleep: (ms) => {
        slept.push(ms);
        return Promise.resolve();
      },
      ...changes,
    },
    settings,
  );
  return { http, log, outcomes, slept };
}
