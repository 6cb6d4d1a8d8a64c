import { expect, test } from 'vitest';
import { instant } from '@/lib/domain/time/instant';
import type { Diagnostics } from '@/lib/queries/diagnostics';
import { reportText } from './report';

const NOW = instant(1_772_452_800_000);
const PRIVATE = 'goatapi_canary';

const FOUND: Diagnostics = {
  schema: { code: 1, installed: 1 },
  jobs: [],
  runs: [
    {
      id: 'run-1',
      job: 'orders',
      startedAt: NOW,
      finishedAt: null,
      outcome: 'failed',
      requests: 3,
      pages: 2,
      read: 80,
      written: 4,
      rejected: 1,
      requestIds: ['req-9'],
      error: { code: 'bad-response', message: `alias said ${PRIVATE}` },
    },
  ],
  budgets: [],
  quarantine: {
    total: 1,
    byEndpoint: [{ endpoint: 'GET /orders', rows: 1 }],
    newest: [
      {
        id: 'q',
        endpoint: 'GET /orders',
        externalId: '1',
        issues: [PRIVATE],
        raw: PRIVATE,
        firstSeenAt: NOW,
        lastSeenAt: NOW,
        count: 1,
      },
    ],
  },
  tables: [{ name: 'orders', rows: 80 }],
  troubles: [
    {
      id: 't',
      at: NOW,
      kind: 'trouble',
      by: 'system',
      entity: null,
      summary: 'request failed',
      facts: { operation: '/orders', status: 403, requestId: 'req-10' },
    },
  ],
  notices: [{ id: 'n', at: NOW, title: 'Sold', message: PRIVATE, shownAt: null }],
};

test('the report tells what went wrong and nothing private', () => {
  const report = reportText(FOUND, NOW);
  expect(report).toContain('req-9');
  expect(report).toContain('req-10');
  expect(report).toContain('"error": "bad-response"');
  expect(report).toContain('"orders": 80');
  expect(report).not.toContain(PRIVATE);
});
