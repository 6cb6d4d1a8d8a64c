import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

// What the linter and the compiler are configured by. Sources are planted, never taken from the project.
const CONFIGURATION = ['.oxlintrc.json', 'tsconfig.json', 'lib/domain/tsconfig.json', 'scripts/lint', 'package.json'];

const OUTPUT_BYTES = 64 * 1024 * 1024;

const lintReport = z.object({
  diagnostics: z.array(
    z.object({
      message: z.string(),
      code: z.string().optional(),
      filename: z.string(),
      labels: z.array(z.object({ span: z.object({ line: z.number() }) })).optional(),
    }),
  ),
  number_of_files: z.number(),
});

export interface Finding {
  file: string;
  line: number;
  /** E.g. `boundaries(dependencies)`. */
  rule: string;
  message: string;
}

export interface PlantedTree {
  plant(path: string, lines: string | string[]): void;
  lint(): { findings: Finding[]; fileCount: number };
  /** Compiles with the given configuration; the compiler's lines of complaint. */
  compile(project: string): string[];
  remove(): void;
}

/**
 * A temporary project with this project's rules and none of its files: others may lint and build the real tree at the
 * same time and see nothing of it.
 */
export function createPlantedTree(): PlantedTree {
  const folder = mkdtempSync(join(tmpdir(), 'archvd-fences-'));
  for (const path of CONFIGURATION) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir');
  const run = (program: string, ...args: string[]) =>
    spawnSync(join(ROOT, 'node_modules/.bin', program), args, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: OUTPUT_BYTES,
    });
  return {
    plant(path, lines) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), `${[lines].flat().join('\n')}\n`);
    },
    lint() {
      const { stdout, stderr } = run('oxlint', '--format', 'json');
      const report = lintReport.safeParse(parseJson(stdout));
      if (!report.success) throw new Error(`oxlint gave no report:\n${stdout.slice(0, 2000)}\n${stderr}`);
      const findings = report.data.diagnostics.map(({ filename, labels, code, message }) => ({
        file: filename,
        line: labels?.[0]?.span.line ?? 0,
        rule: code ?? '',
        message,
      }));
      return { findings, fileCount: report.data.number_of_files };
    },
    compile: (project) => run('tsc', '--noEmit', '-p', project).stdout.split('\n').filter(Boolean),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
