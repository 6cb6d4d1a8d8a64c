import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from './planted-tree';

// Words that say nothing about what is inside: such a folder collects whatever has no better place.
const EMPTY_WORDS = /^(utils?|helpers?|common|shared|managers?|services?|misc)$/;
const LINES_OF_NINE_IN_TEN = 150;
const LINES_AT_MOST = 300;

// Tracked, and new but not ignored: a file is judged before its first commit.
const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
});
const files = listed.split('\n').filter((path) => path !== '' && existsSync(join(ROOT, path)));
const sources = files.filter((path) => /^(components|entrypoints|lib|scripts|tests)\/.*\.(ts|tsx|mjs)$/.test(path));
const lineCount = (path: string) => readFileSync(join(ROOT, path), 'utf8').trimEnd().split('\n').length;

describe('the repository', () => {
  test('has sources to judge', () => {
    expect(sources.length).toBeGreaterThan(30);
  });

  test('has no folder or file whose name says nothing', () => {
    const words = (path: string) => path.split('/').map((part) => part.replace(/\..*$/, ''));
    expect(files.filter((path) => words(path).some((word) => EMPTY_WORDS.test(word)))).toEqual([]);
  });

  test('names files in kebab-case', () => {
    expect(
      sources.filter((path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.(ts|tsx|mjs)$/.test(basename(path))),
    ).toEqual([]);
  });

  test('keeps nine files in ten within 150 lines and all within 300', () => {
    const counted = sources.map((path) => ({ path, lines: lineCount(path) })).toSorted((a, b) => a.lines - b.lines);
    expect(counted.filter(({ lines }) => lines > LINES_AT_MOST)).toEqual([]);
    const ninth = counted[Math.ceil(counted.length * 0.9) - 1];
    expect(ninth?.lines, `90th percentile, at ${ninth?.path}`).toBeLessThanOrEqual(LINES_OF_NINE_IN_TEN);
  });

  test('has no barrels: a file is imported by its own name', () => {
    const barrels = sources.filter((path) => /(^|\/)index\.tsx?$/.test(path) && !path.startsWith('entrypoints/'));
    expect(barrels).toEqual([]);
  });

  test('pins every package to one version', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.length).toBeGreaterThan(0);
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test('takes all packages of Mantine at one version', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    const mantine = Object.entries(manifest.dependencies ?? {}).filter(([name]) => name.startsWith('@mantine/'));
    expect(new Set(mantine.map(([, version]) => version)).size).toBe(1);
  });

  test('lets nothing be imported without saying so', () => {
    expect(readFileSync(join(ROOT, 'wxt.config.ts'), 'utf8')).toMatch(/^\s*imports: false,$/m);
  });
});
