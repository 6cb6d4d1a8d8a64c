import { expect, test } from 'vitest';
import { instant } from '@/lib/domain/time/instant';
import type { Diagnostics } from '@/lib/queries/diagnostics';
import { reportText } from './report';

const NOW = instant(1_772_452_800_000);
const PRIVATE = 'goatapi_canary';
const NAME = 'Dunk Low Panda';
const PRICE = '118.00';

const FOUND: Diagnostics = {
  schema: { code: 2, installed: 2 },
  jobs: [
    {
      id: 'listings',
      dueAt: NOW,
      lease: null,
      fence: 3,
      failures: 2,
      lastFinishedAt: NOW,
      lastSuccessAt: null,
      progress: { token: PRIVATE, name: NAME },
    },
  ],
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
      error: { code: 'bad-response', message: `alias said ${PRIVATE} about ${NAME} at ${PRICE}` },
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
        issues: [PRIVATE, NAME],
        raw: `${PRIVATE} ${NAME} ${PRICE}`,
        firstSeenAt: NOW,
        lastSeenAt: NOW,
        count: 1,
      },
    ],
  },
  tables: [{ name: 'orders', rows: 80, bytes: 41_000 }],
  troubles: [
    {
      id: 't',
      at: NOW,
      kind: 'trouble',
      by: 'system',
      entity: null,
      summary: 'request failed',
      facts: { operation: '/orders', status: 403, requestId: 'req-10', name: NAME, price: PRICE, body: PRIVATE },
    },
  ],
  notices: [{ id: 'n', at: NOW, title: NAME, message: `${PRIVATE} ${PRICE}`, shownAt: null }],
};

const DEVICE = { version: '0.1.0', browser: 'Chrome 156', unreadableSettings: ['overlay'], usedBytes: 1_000_000 };

test('the report tells what went wrong', () => {
  const report = reportText(FOUND, DEVICE, NOW);
  for (const told of [
    'req-9',
    'req-10',
    '"error": "bad-response"',
    '"rows": 80',
    '"overlay"',
    '"failures": 2',
    'Chrome 156',
  ])
    expect(report).toContain(told);
  expect(() => void JSON.parse(report)).not.toThrow();
});

test('the report holds no token, no name and no price, wherever they lie', () => {
  const report = reportText(FOUND, DEVICE, NOW);
  for (const own of [PRIVATE, 'goatapi', NAME, 'Panda', PRICE]) expect(report).not.toContain(own);
  // A token in a place that is told is taken out all the same.
  const [trouble] = FOUND.troubles;
  if (trouble === undefined) throw new Error('no trouble');
  const spilt = { ...FOUND, troubles: [{ ...trouble, summary: `failed with ${PRIVATE}` }] };
  expect(reportText(spilt, DEVICE, NOW)).not.toContain(PRIVATE);
});
