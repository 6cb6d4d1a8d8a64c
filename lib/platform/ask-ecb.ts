import { ECB_ORIGIN, ECB_PATTERN } from '@/lib/domain/fx/ecb';
import { hasHostAccess } from './host-access';

/** Asks the European Central Bank for its published rates. */
export interface EcbSource {
  /** Whether the person has allowed it. */
  mayAsk(): Promise<boolean>;
  /** The text of one of its files. @throws when it does not answer in time, or with something else */
  ask(url: string): Promise<string>;
}

/** Less than the 30 seconds after which the browser ends a worker that waits. */
const PATIENCE_MS = 15_000;
const MOST_CHARACTERS = 5_000_000;

/**
 * Nothing is sent along: no cookie, no address of ours; and nothing else is asked, wherever the answer would lead.
 *
 * @param send how a request is made; the browser's own unless a test brings one
 */
export function createEcbSource(send: typeof fetch = (...given) => fetch(...given)): EcbSource {
  return {
    mayAsk: () => hasHostAccess(ECB_PATTERN),
    ask: async (url) => {
      if (!url.startsWith(`${ECB_ORIGIN}/`)) throw new RangeError('Only the ECB is asked for rates');
      const answer = await send(url, {
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      if (!answer.ok) throw new Error(`The ECB answered ${answer.status}. Nothing was changed.`);
      const text = await answer.text();
      if (text.length > MOST_CHARACTERS) throw new RangeError('The ECB’s answer is too long. Nothing was changed.');
      return text;
    },
  };
}
