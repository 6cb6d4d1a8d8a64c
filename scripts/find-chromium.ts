import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

// Google Chrome and Edge are left out on purpose: since version 137 the branded builds ignore --load-extension, so
// they would start without the extension and every test would wait for a worker that never comes.
const PATH_NAMES = ['chromium', 'chromium-browser'];

/**
 * The Chromium to run the extension in: ARCHVD_CHROMIUM, then PATH, then Playwright's own, then (Debian, as root)
 * the package `chromium`, installed on the spot.
 *
 * @throws Error that says in words what to install when there is none
 */
export function findChromium(): string {
  const named = process.env.ARCHVD_CHROMIUM;
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`ARCHVD_CHROMIUM names "${named}", which is not a program that can be run.`);
  }
  return onPath() ?? playwrightsOwn() ?? installOnDebian() ?? notFound();
}

function onPath(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = PATH_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find(isExecutable) ?? null;
}

function playwrightsOwn(): string | null {
  const path = chromium.executablePath();
  return path && isExecutable(path) ? path : null;
}

function installOnDebian(): string | null {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/etc/debian_version')) return null;
  console.error('No Chromium found: installing the Debian package (apt-get install chromium) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Progress goes to stderr: the last line of stdout may be a result that another program reads.
  const run = (...args: string[]) => spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env }).status === 0;
  const installed = run('update') && run('install', '-y', '--no-install-recommends', 'chromium');
  return installed ? onPath() : null;
}

function notFound(): never {
  throw new Error(
    [
      'No Chromium was found. Any one of these helps:',
      '  - name one: ARCHVD_CHROMIUM=/path/to/chromium',
      '  - install one: `apt-get install chromium`, `brew install --cask chromium`, or `npx playwright install chromium`',
      'Google Chrome does not do: it no longer loads extensions from the command line.',
    ].join('\n'),
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
