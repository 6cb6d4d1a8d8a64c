/** Put in place by the build (scripts/build-target.ts); no code can change them afterwards. */
declare const __ALIAS_API_URL__: string;
declare const __IS_OFFICIAL_API__: boolean;
/** True only in builds made with ARCHVD_TEST_HOOKS=1; in others the guarded code is removed. */
declare const __TEST_HOOKS__: boolean;
