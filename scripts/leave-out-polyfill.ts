import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const PLAIN = fileURLToPath(new URL('../node_modules/@wxt-dev/browser/src/index.mjs', import.meta.url));

/** Takes the browser's own functions where the other scripts take those of the polyfill. */
export function leaveOutPolyfill(): Plugin {
  return {
    name: 'leave-out-polyfill',
    enforce: 'pre',
    resolveId: (id) => (id === '@wxt-dev/webextension-polyfill/browser' || id === 'wxt/browser' ? PLAIN : null),
  };
}
