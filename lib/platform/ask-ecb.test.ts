import { describe, expect, test, vi } from 'vitest';
import { ECB_DAILY } from '@/lib/domain/fx/ecb';
import { createEcbSource } from './ask-ecb';

describe('asking the ECB', () => {
  test('sends no cookie, follows nowhere, and answers the text', async () => {
    const send = vi.fn<typeof fetch>(async () => new Response('<Cube/>'));
    expect(await createEcbSource(send).ask(ECB_DAILY)).toBe('<Cube/>');
    expect(send).toHaveBeenCalledWith(
      'https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml',
      expect.objectContaining({ credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' }),
    );
  });

  test.each(['https://www.ecb.europa.eu.evil.example/', 'http://www.ecb.europa.eu/', 'https://api.alias.org/'])(
    '%s is not asked',
    async (url) => {
      const send = vi.fn<typeof fetch>();
      await expect(createEcbSource(send).ask(url)).rejects.toThrow('Only the ECB');
      expect(send).not.toHaveBeenCalled();
    },
  );

  test('a refusal and an endless answer are told', async () => {
    const gone = createEcbSource(async () => new Response('', { status: 503 }));
    await expect(gone.ask(ECB_DAILY)).rejects.toThrow('503');
    const long = createEcbSource(async () => new Response('x'.repeat(5_000_001)));
    await expect(long.ask(ECB_DAILY)).rejects.toThrow('too long');
  });
});
