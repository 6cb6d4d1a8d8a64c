import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENTRYPOINT_PACKAGES, ENTRYPOINTS, FENCES, PACKAGES, type Fence } from './fences';
import { createPlantedTree, type Finding, type PlantedTree } from './planted-tree';

const FENCE_RULES = new Set(['boundaries(dependencies)', 'boundaries(no-unknown-dependencies)']);
const LINT_MS = 60_000;

interface Import {
  target: string;
  allowed: boolean;
}

const tree: PlantedTree = createPlantedTree();
afterAll(() => tree.remove());

const withoutEnding = (path: string) => path.replace(/\.tsx?$/, '');
const moduleAt = (path: string) => `@/${withoutEnding(path)}`;
const importLine = (target: string, nth: number) => `export { planted as p${nth} } from '${target}';`;
const importerBeside = (file: string) => file.replace(/[^/]+(\.tsx?)$/, 'importer$1');

/** Every import a folder could make of the others and of every package, each on a line of its own. */
function importsOf(name: string, fence: Fence): Import[] {
  const others = Object.entries(FENCES).filter(([other]) => other !== name);
  return [
    ...others.map(([other, { file }]) => ({ target: moduleAt(file), allowed: fence.mayImport.includes(other) })),
    ...(fence.mayImportFiles ?? []).map((file) => ({ target: moduleAt(file), allowed: true })),
    ...ENTRYPOINTS.map((file) => ({ target: moduleAt(file), allowed: false })),
    ...PACKAGES.map((target) => ({ target, allowed: fence.packages.includes(target) })),
  ];
}

function entrypointImports(path: string): Import[] {
  const others = ENTRYPOINTS.filter((other) => other !== path);
  return [
    ...Object.values(FENCES).map(({ file }) => ({ target: moduleAt(file), allowed: true })),
    ...others.map((file) => ({ target: moduleAt(file), allowed: false })),
    ...PACKAGES.map((target) => ({ target, allowed: ENTRYPOINT_PACKAGES.includes(target) })),
  ];
}

const TARGETS = [
  ...Object.values(FENCES).flatMap(({ file, mayImportFiles = [] }) => [file, ...mayImportFiles]),
  ...ENTRYPOINTS,
];
const IMPORTERS = new Map<string, Import[]>([
  ...Object.entries(FENCES).map(([name, fence]) => [importerBeside(fence.file), importsOf(name, fence)] as const),
  ...ENTRYPOINTS.map((path) => [importerBeside(path), entrypointImports(path)] as const),
]);

let findings: Finding[];
let fileCount: number;
const refusedLines = (file: string) =>
  new Set(findings.filter((one) => one.file === file && FENCE_RULES.has(one.rule)).map((one) => one.line));

beforeAll(() => {
  for (const file of TARGETS) tree.plant(file, 'export const planted = 1;');
  for (const [file, imports] of IMPORTERS) {
    tree.plant(
      file,
      imports.map(({ target }, nth) => importLine(target, nth)),
    );
  }
  tree.plant('lib/commands/types-only.ts', [
    `import type { planted } from '${moduleAt('lib/messaging/planted.ts')}';`,
    'export type Answer = typeof planted;',
  ]);
  tree.plant('components/bridge/types-only.ts', [
    `import type { planted } from '${moduleAt('lib/db/planted.ts')}';`,
    'export type Row = typeof planted;',
  ]);
  tree.plant('lib/sync/unresolved.ts', "export { nothing } from '@/lib/db/is-not-there';");
  tree.plant('lib/sync/dynamic.ts', "export const load = () => import('@/lib/marketplaces/alias/client');");
  tree.plant('lib/sync/from-a-test.ts', "export { planted } from './planted.test';");
  tree.plant('lib/sync/from-a-fake.ts', "export { planted } from './fake-planted';");
  tree.plant('lib/sync/fake-planted.ts', ["import 'fake-indexeddb/auto';", 'export const planted = 1;']);
  tree.plant('lib/sync/planted.test.ts', ["import '@/lib/marketplaces/alias/client';", 'export const planted = 1;']);
  tree.plant('lib/nowhere/planted.ts', 'export const planted = 1;');
  ({ findings, fileCount } = tree.lint());
}, LINT_MS);

describe('who may import whom', () => {
  test('files were linted at all', () => {
    expect(fileCount).toBeGreaterThanOrEqual(IMPORTERS.size);
  });

  test.each([...IMPORTERS])('%s imports what its fence says and nothing else', (file, imports) => {
    const refused = refusedLines(file);
    const wrong = imports.filter(({ allowed }, nth) => refused.has(nth + 1) === allowed);
    expect(wrong, 'imports the linter judged otherwise than the table').toEqual([]);
  });

  test('of some folders only types may be used', () => {
    expect(refusedLines('lib/commands/types-only.ts')).toEqual(new Set());
    expect(refusedLines('components/bridge/types-only.ts')).toEqual(new Set());
  });

  test('what cannot be found is refused and not passed over', () => {
    expect(refusedLines('lib/sync/unresolved.ts')).toEqual(new Set([1]));
  });

  test('import() is an import', () => {
    expect(refusedLines('lib/sync/dynamic.ts')).toEqual(new Set([1]));
  });

  test('tests and fakes may import anything, and the product imports neither', () => {
    expect(refusedLines('lib/sync/fake-planted.ts')).toEqual(new Set());
    expect(refusedLines('lib/sync/from-a-fake.ts')).toEqual(new Set([1]));
    expect(refusedLines('lib/sync/planted.test.ts')).toEqual(new Set());
    expect(refusedLines('lib/sync/from-a-test.ts')).toEqual(new Set([1]));
  });

  test('a folder the table does not know is refused', () => {
    expect(findings).toContainEqual(
      expect.objectContaining({ file: 'lib/nowhere/planted.ts', rule: 'boundaries(no-unknown-files)' }),
    );
  });
});
