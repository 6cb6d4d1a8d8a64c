/** Base URL of the marketplace API, e.g. `https://api.alias.org/api/v1`. Fixed when the extension is built. */
export const ALIAS_API_URL: string = __ALIAS_API_URL__;

/** The host permission that requests to it need. Ports are no part of a match pattern. */
export const ALIAS_API_PATTERN = `${new URL(ALIAS_API_URL).protocol}//${new URL(ALIAS_API_URL).hostname}/*`;

/** False when the build talks to another address than alias's own; the screens then say so. */
export const IS_OFFICIAL_API: boolean = __IS_OFFICIAL_API__;
