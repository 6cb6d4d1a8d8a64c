import { expect, test } from 'vitest';
import { createSandbox } from '../create-sandbox';
import { paperOf, withPapers } from './papers';

const text = (bytes: Uint8Array | null) => new TextDecoder('latin1').decode(bytes ?? new Uint8Array());

test('a label is a small PDF that says what it is, the same each time', () => {
  const label = paperOf('1234567/000123456789.pdf');
  expect(text(label)).toMatch(/^%PDF-1\.4[\s\S]*SAMPLE LABEL[\s\S]*1Z000123456789[\s\S]*%%EOF\n$/);
  expect(paperOf('1234567/000123456789.pdf')).toEqual(label);
  expect(text(paperOf('1234567/invoice.pdf'))).toContain('SAMPLE INVOICE');
  expect(label?.byteLength).toBeLessThan(6000);
});

test.each(['', '../x.pdf', 'a/b/c.pdf', '1/2.png', '1/<script>.pdf'])('there is no paper called %o', (name) => {
  expect(paperOf(name)).toBeNull();
});

test('addresses of papers are those of the market that is asked', () => {
  const json = '{"label_url":"https://labels.sandbox.invalid/1/2.pdf"}';
  expect(withPapers(json, 'http://127.0.0.1:8787')).toBe('{"label_url":"http://127.0.0.1:8787/papers/1/2.pdf"}');
  expect(withPapers(json, 'https://demo.archvd.invalid')).toMatch(
    /"data:application\/pdf;base64,JVBERi0[A-Za-z0-9+/]+=*"/,
  );
  expect(withPapers(json, 'http://market.test')).toBe(json);
});

test('the market gives a label to whoever knows its address, and takes no token for it', async () => {
  const sandbox = createSandbox({ token: 't', listings: 0, orders: 0, speed: 0 });
  const ask = (headers: Record<string, string>) =>
    sandbox.fetch(new Request('http://127.0.0.1/papers/1/2.pdf', { headers }));
  const given = await ask({});
  expect(given.headers.get('content-type')).toBe('application/pdf');
  expect(text(new Uint8Array(await given.arrayBuffer()))).toContain('%PDF-');
  expect((await ask({ authorization: 'Bearer t' })).status).toBe(404);
});
