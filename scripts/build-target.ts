import { ECB_ORIGIN, ECB_PATTERN } from '../lib/domain/fx/ecb';
import { PAPER_PATTERNS } from '../lib/domain/orders/paper-place';
import { SITES, sitePatterns } from '../lib/domain/sites/site';

const OFFICIAL_API_URL = 'https://api.alias.org/api/v1';
/** The one host whose pictures are shown; see `pictureUrl` of the alias client. */
const PICTURES = 'https://image.goat.com';
/** Where labels are fetched from on a click; the permission for it is asked for then. */
const PAPER_SOURCES = PAPER_PATTERNS.map((pattern) => pattern.slice(0, -2));
const LOOPBACK_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]']);

export interface BuildTarget {
  /** Base URL of the marketplace API, without a slash at the end. */
  apiUrl: string;
  isOfficial: boolean;
  /** The one match pattern the extension asks for. Firefox knows no ports in patterns, so it names the host only. */
  hostPermission: string;
  /** Where pages and worker may connect and load pictures from; everything else the browser refuses. */
  contentSecurityPolicy: string;
  testHooks: boolean;
  /** Match patterns of hosts that labels may be fetched from; asked for on the click that needs one. */
  paperPermissions: readonly string[];
  /** Match pattern of where exchange rates are asked for; the person allows it with a click. */
  ratesPermission: string;
  /**
   * Match patterns of the marketplaces whose pages may be read. Asked for when a person switches a site on; builds for
   * tests have them from the start, since no test can press the browser's own button.
   */
  sitePermissions: { required: readonly string[]; optional: readonly string[] };
}

/**
 * Decides what a build talks to. The address is fixed here and not a setting, so that no page, message or stored
 * value can ever send a seller's token elsewhere.
 *
 * @example readBuildTarget({}).hostPermission // 'https://api.alias.org/*'
 * @throws Error when ARCHVD_ALIAS_API_URL is neither https nor http on this machine.
 */
export function readBuildTarget(env: NodeJS.ProcessEnv): BuildTarget {
  const named = env.ARCHVD_ALIAS_API_URL?.trim();
  const url = parseApiUrl(named ? named : OFFICIAL_API_URL);
  const testHooks = env.ARCHVD_TEST_HOOKS === '1';
  const sites = SITES.flatMap(({ id }) => sitePatterns(id));
  const apiUrl = url.href.replace(/\/+$/, '');
  return {
    apiUrl,
    isOfficial: apiUrl === OFFICIAL_API_URL,
    hostPermission: `${url.protocol}//${url.hostname}/*`,
    contentSecurityPolicy: policyFor(url.origin),
    testHooks,
    paperPermissions: PAPER_PATTERNS,
    ratesPermission: ECB_PATTERN,
    sitePermissions: testHooks ? { required: sites, optional: [] } : { required: [], optional: sites },
  };
}

/** A host permission knows no ports, and the browser's own policy lets pages connect anywhere: this one is exact. */
function policyFor(apiOrigin: string): string {
  return [
    "script-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `connect-src 'self' ${apiOrigin} ${PAPER_SOURCES.join(' ')} ${ECB_ORIGIN}`,
    `img-src 'self' data: ${PICTURES}`,
  ].join('; ');
}

function parseApiUrl(text: string): URL {
  const refuse = (why: string) => new Error(`ARCHVD_ALIAS_API_URL is "${text}": ${why}`);
  if (!URL.canParse(text)) throw refuse('that is not a URL. Example: http://127.0.0.1:8080/api/v1');
  const url = new URL(text);
  const isLoopback = LOOPBACK_HOSTS.has(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback)) {
    throw refuse('a token may travel over https only, or over http to this machine (127.0.0.1, localhost, [::1]).');
  }
  if (url.username || url.password || url.search || url.hash) {
    throw refuse('it must be a plain base URL, without a user, a query or a fragment.');
  }
  return url;
}

/** The compile-time constants of lib/settings/build.ts, as Vite's `define` wants them. */
export function toDefine(target: BuildTarget): Record<string, string> {
  return {
    __ALIAS_API_URL__: JSON.stringify(target.apiUrl),
    __IS_OFFICIAL_API__: JSON.stringify(target.isOfficial),
    __TEST_HOOKS__: JSON.stringify(target.testHooks),
  };
}
