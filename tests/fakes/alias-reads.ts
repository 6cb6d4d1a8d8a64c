import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAliasMarketplace } from '@/lib/marketplaces/alias/client';
import type { Marketplace } from '@/lib/marketplaces/contract/marketplace';
import { createFaultServer, type FaultServer } from './fault-server';
import { makeHttp } from './make-http';

/** One read of the port: what goes over the wire, and what is made of the answer. */
export interface ReadCase {
  readonly name: string;
  readonly call: (alias: Marketplace) => Promise<unknown>;
  /** Path below the API's base, query string decoded. */
  readonly sent: readonly [path: string, query: string];
  readonly answer: unknown;
  readonly result: unknown;
}

/** Registers a test per case, against a real server. */
export function describeReads(cases: readonly ReadCase[]): void {
  let server: FaultServer;
  beforeAll(async () => {
    server = await createFaultServer();
  });
  afterAll(() => server.close());

  describe('reads as sent and as understood', () => {
    test.each(cases)('$name', async ({ call, sent, answer, result }) => {
      server.script({ kind: 'answer', status: 200, body: answer, headers: { 'x-request-id': 'req-7' } });
      const read = await call(createAliasMarketplace(makeHttp(server.origin).http));
      expect(read).toMatchObject({ ...(result as object), rejected: [], origin: { requestId: 'req-7' } });
      const request = server.requests.at(-1);
      const query = request?.query.map(([name, value]) => `${name}=${value}`).join('&');
      expect([request?.method, request?.path.replace('/api/v1', ''), query]).toEqual(['GET', ...sent]);
    });
  });
}
