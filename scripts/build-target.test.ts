import { describe, expect, test } from 'vitest';
import { readBuildTarget } from './build-target';

/** Whole hosts of marketplaces and nothing else; said by hand where it is short enough to be read. */
const EVERY_SITE: unknown = expect.toSatisfy(
  (patterns: readonly string[]) =>
    patterns.length === 30 &&
    ['https://stockx.com/*', 'https://www.goat.com/*', 'https://www.ebay.co.uk/*'].every((one) =>
      patterns.includes(one),
    ) &&
    patterns.every((pattern) => /^https:\/\/[a-z]+(?:\.[a-z]+)+\/\*$/.test(pattern)),
);

describe('what a build talks to', () => {
  test('the official API unless told otherwise', () => {
    expect(readBuildTarget({})).toEqual({
      apiUrl: 'https://api.alias.org/api/v1',
      isOfficial: true,
      hostPermission: 'https://api.alias.org/*',
      contentSecurityPolicy:
        "script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; " +
        "connect-src 'self' https://api.alias.org https://*.alias.org https://*.goat.com https://www.ecb.europa.eu; img-src 'self' data: https://image.goat.com",
      testHooks: false,
      ratesPermission: 'https://www.ecb.europa.eu/*',
      paperPermissions: ['https://*.alias.org/*', 'https://*.goat.com/*'],
      sitePermissions: { required: [], optional: EVERY_SITE },
    });
  });

  test('a market on this machine over plain http, and the host permission follows without the port', () => {
    const target = readBuildTarget({ ARCHVD_ALIAS_API_URL: 'http://127.0.0.1:41730/api/v1/' });
    expect(target).toMatchObject({ apiUrl: 'http://127.0.0.1:41730/api/v1', isOfficial: false });
    expect(target.hostPermission).toBe('http://127.0.0.1/*');
    expect(target.contentSecurityPolicy).toContain(
      "connect-src 'self' http://127.0.0.1:41730 https://*.alias.org https://*.goat.com https://www.ecb.europa.eu;",
    );
  });

  test.each([
    ['http://api.alias.org/api/v1', 'https only'],
    ['http://127.0.0.1.evil.example/api/v1', 'https only'],
    ['ftp://127.0.0.1/', 'https only'],
    ['api.alias.org', 'not a URL'],
    ['https://user:secret@api.alias.org/api/v1', 'plain base URL'],
    ['https://api.alias.org/api/v1?x=1', 'plain base URL'],
  ])('refuses %s with a reason', (url, reason) => {
    expect(() => readBuildTarget({ ARCHVD_ALIAS_API_URL: url })).toThrow(reason);
  });

  test('hooks for tests only on request, and then the marketplaces may be read from the start', () => {
    expect(readBuildTarget({ ARCHVD_TEST_HOOKS: '1' })).toMatchObject({
      testHooks: true,
      sitePermissions: { required: EVERY_SITE, optional: [] },
    });
    expect(readBuildTarget({ ARCHVD_TEST_HOOKS: '0' }).testHooks).toBe(false);
  });
});
