import { fileURLToPath } from 'node:url';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { readBuildTarget, toDefine } from './scripts/build-target.ts';

// Made anew for each project: Vitest takes the constants out of the object it is given.
const ground = () => ({
  // The in-memory browser of WXT, the `@` alias and, from the line below, the constants of a real build.
  plugins: [WxtVitest()],
  define: toDefine(readBuildTarget({})),
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
});

export default defineConfig({
  test: {
    projects: [
      {
        ...ground(),
        test: {
          name: 'unit',
          environment: 'node',
          include: ['lib/**/*.test.{ts,tsx}', 'components/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          // For what hangs, not for what is slow: a busy machine of two cores must not fail a property.
          testTimeout: 30_000,
        },
      },
      {
        ...ground(),
        test: {
          name: 'integration',
          environment: 'node',
          include: ['tests/{architecture,integration,migrations}/**/*.test.ts'],
          testTimeout: 90_000,
        },
      },
    ],
  },
});
