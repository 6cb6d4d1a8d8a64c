/** Packages that are part of what is installed, with their licences; a test compares it with what is bundled. */
export const LICENCES: readonly (readonly [name: string, licence: string])[] = [
  ['@mantine/charts', 'MIT'],
  ['@mantine/core', 'MIT'],
  ['@mantine/hooks', 'MIT'],
  ['@mantine/notifications', 'MIT'],
  ['@mantine/spotlight', 'MIT'],
  ['@tabler/icons-react', 'MIT'],
  ['@tanstack/react-virtual', 'MIT'],
  ['dexie', 'Apache-2.0'],
  ['dexie-react-hooks', 'Apache-2.0'],
  ['hono', 'MIT'],
  ['ky', 'MIT'],
  ['react', 'MIT'],
  ['react-dom', 'MIT'],
  ['recharts', 'MIT'],
  ['webextension-polyfill', 'MPL-2.0'],
  ['zod', 'MIT'],
];
