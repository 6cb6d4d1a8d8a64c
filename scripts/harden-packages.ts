import type { Plugin } from 'vite';

interface Patch {
  /** End of the module's path. */
  module: string;
  from: RegExp;
  to: string;
}

// What Mozilla's reviewers flag in every extension built with these packages, and what this one never needs.
const PATCHES: readonly Patch[] = [
  // React sets markup from text for `dangerouslySetInnerHTML`. Mantine needs that for the text of its <style> elements
  // only; anywhere else text stays text, so that no string of a marketplace can ever become an element.
  {
    module: '/react-dom/cjs/react-dom-client.production.js',
    from: /\(domElement\.innerHTML = key\)/g,
    to: '(domElement.textContent = key)',
  },
  // zod tries whether it may compile code from text. The extension's content security policy always says no.
  { module: '/zod/v4/core/util.js', from: /new F\(""\);\s*return true;/g, to: 'return false;' },
  // A chart library's decimals look for the global object in a way older than its name.
  { module: '/decimal.js-light/decimal.js', from: /Function\('return this'\)\(\)/g, to: 'globalThis' },
];

/** Removes the ways from text to code and markup from the bundle. A package that changed shape fails the build. */
export function hardenPackages(): Plugin {
  return {
    name: 'harden-packages',
    apply: 'build',
    transform(code, id) {
      const path = id.split('?')[0] ?? id;
      const patch = PATCHES.find(({ module }) => path.endsWith(module));
      if (!patch) return null;
      const hardened = code.replace(patch.from, patch.to);
      if (hardened === code) this.error(`${patch.module} no longer holds ${patch.from}: look again what it does.`);
      return { code: hardened, map: null };
    },
  };
}
