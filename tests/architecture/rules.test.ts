import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPlantedTree, type Finding, type PlantedTree } from './planted-tree';

const LINT_MS = 60_000;

/** One bad line per file: the rule that must refuse it, a file, and the line. */
const BAD = [
  ['purity(no-clock-or-chance)', 'lib/domain/time/now.ts', 'export const now = () => Date.now();'],
  ['purity(no-clock-or-chance)', 'lib/domain/time/global-now.ts', 'export const now = () => globalThis.Date.now();'],
  ['purity(no-clock-or-chance)', 'lib/domain/time/new-date.ts', 'export const today = () => new Date();'],
  ['purity(no-clock-or-chance)', 'lib/domain/time/date-call.ts', 'export const today = () => Date();'],
  ['purity(no-clock-or-chance)', 'lib/domain/money/chance.ts', 'export const chance = () => Math.random();'],
  ['eslint(no-restricted-globals)', 'lib/domain/money/rates.ts', "export const rates = () => fetch('/rates');"],
  ['typescript(no-explicit-any)', 'lib/db/any.ts', 'export const same = (row: any): unknown => row;'],
  ['typescript(ban-ts-comment)', 'lib/db/ignored.ts', "// @ts-ignore\nexport const wrong: number = 'text';"],
  [
    'typescript(no-floating-promises)',
    'lib/sync/floating.ts',
    'const save = async () => 1;\nexport function run(): void {\n  save();\n}',
  ],
  ['import(no-cycle)', 'lib/sync/cycle-a.ts', "import { b } from './cycle-b';\nexport const a = () => b;"],
  ['import(no-cycle)', 'lib/sync/cycle-b.ts', "import { a } from './cycle-a';\nexport const b = () => a;"],
  ['eslint(no-console)', 'lib/sync/talks.ts', "console.log('row');\nexport const talked = true;"],
  ['eslint(max-lines)', 'lib/sync/long.ts', `${'// a line\n'.repeat(301)}export const end = 1;`],
  [
    'eslint(max-lines-per-function)',
    'lib/sync/long-function.ts',
    `export function long(add: () => void): void {\n${'  add();\n'.repeat(60)}}`,
  ],
  [
    'eslint(max-lines-per-function)',
    'components/sales/long-component.ts',
    `export function Long(add: () => void): void {\n${'  add();\n'.repeat(120)}}`,
  ],
] as const;

/** What the same rules must let pass. */
const GOOD = [
  ['lib/domain/time/read.ts', 'export const year = (ms: number) => new Date(ms).getUTCFullYear() + Date.UTC(2000, 0);'],
  ['lib/sync/type-cycle-a.ts', "import type { B } from './type-cycle-b';\nexport interface A {\n  b: B | null;\n}"],
  ['lib/sync/type-cycle-b.ts', "import type { A } from './type-cycle-a';\nexport interface B {\n  a: A | null;\n}"],
  ['lib/sync/clock.ts', 'export const seconds = (ms: number) => ms / 1000;'],
  ['components/sales/component.ts', `export function Fits(add: () => void): void {\n${'  add();\n'.repeat(118)}}`],
] as const;

/** Names that exist in a browser or in Node and must not exist in the domain. */
const FOREIGN = [
  'window',
  'document',
  'chrome',
  'browser',
  'console',
  'fetch',
  'process',
  'setTimeout',
  'crypto',
  'Buffer',
];

const tree: PlantedTree = createPlantedTree();
afterAll(() => tree.remove());

describe('rules that hold the code up', () => {
  let findings: Finding[];
  let fileCount: number;

  beforeAll(() => {
    for (const [, path, text] of BAD) tree.plant(path, text);
    for (const [path, text] of GOOD) tree.plant(path, text);
    ({ findings, fileCount } = tree.lint());
  }, LINT_MS);

  test('every planted file was linted', () => {
    expect(fileCount).toBeGreaterThanOrEqual(BAD.length + GOOD.length);
  });

  test.each(BAD)('%s refuses %s', (rule, path) => {
    expect(findings).toContainEqual(expect.objectContaining({ file: path, rule }));
  });

  test.each(GOOD)('nothing is said against %s', (path) => {
    expect(findings.filter((one) => one.file === path)).toEqual([]);
  });
});

test(
  'the domain compiles without a browser and without Node',
  () => {
    const alone = createPlantedTree();
    try {
      FOREIGN.forEach((name) => alone.plant(`lib/domain/foreign/${name}.ts`, `export const use = () => ${name};`));
      alone.plant('lib/domain/money/good.ts', 'export const half = (minor: number): number => Math.floor(minor / 2);');
      alone.plant('lib/domain/money/good.test.ts', 'console.log(1);');
      const complaints = alone.compile('lib/domain/tsconfig.json');
      const blamed = FOREIGN.filter((name) => complaints.some((line) => line.includes(`foreign/${name}.ts`)));
      expect(blamed).toEqual(FOREIGN);
      expect(complaints.filter((line) => line.includes('money/'))).toEqual([]);
    } finally {
      alone.remove();
    }
  },
  LINT_MS,
);
