import ky, { type KyInstance } from 'ky';
import { MarketError } from '@/lib/domain/errors/market-error';
import type { HttpPorts } from './ports';

/**
 * ky with everything it would do by itself switched off: the gate must see and the log must hold each attempt, so
 * retries and time-outs are ours. No cookies, no redirects, nothing kept in the browser's cache; the token goes into
 * the Authorization header of the pinned origin and path, or nowhere.
 */
export function createClient(ports: HttpPorts): KyInstance {
  const base = new URL(ports.baseUrl);
  return ky.create({
    retry: 0,
    timeout: false,
    throwHttpErrors: false,
    redirect: 'error',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    headers: { accept: 'application/json' },
    ...(ports.fetch === undefined ? {} : { fetch: ports.fetch }),
    hooks: {
      beforeRequest: [
        (request, options) => {
          const url = new URL(request.url);
          if (url.origin !== base.origin || !url.pathname.startsWith(`${base.pathname.replace(/\/$/, '')}/`)) {
            throw new MarketError('bad-request', { message: 'This address is not the marketplace. Nothing was sent.' });
          }
          // alias answers 415 to any write without it, also when the body is empty.
          if (request.method !== 'GET') request.headers.set('content-type', 'application/json');
          request.headers.set('authorization', `Bearer ${checkedToken(options.context['token'])}`);
        },
      ],
    },
  });
}

/** The browser's own complaint about a malformed header would quote the token. */
function checkedToken(token: unknown): string {
  if (typeof token === 'string' && /^[\x21-\x7e]+$/.test(token)) return token;
  const message = 'The stored token holds characters no token has. Nothing was sent. Paste it again.';
  throw new MarketError('auth-expired', { message });
}
