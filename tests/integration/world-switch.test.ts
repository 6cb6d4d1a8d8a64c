import { describe, expect, test } from 'vitest';
import { createWorlds, type Demo, type Endable, type WorldsPorts } from '@/entrypoints/background/worlds';

/** Real market and demo change places: one at a time, nothing in between, whatever dies on the way. */

interface FakeWorld extends Endable {
  readonly name: string;
  ended: boolean;
}

/** What outlives a worker: the setting and the leftovers. Everything that happens is written down in order. */
function makeBrowser() {
  const browser = { setting: null as Demo, leftovers: false, log: [] as string[], broken: '' };
  let started = 1000;
  const step = async (name: string): Promise<void> => {
    await Promise.resolve();
    if (browser.broken === name) throw new Error(`died at ${name}`);
    browser.log.push(name);
  };
  const ports: WorldsPorts<FakeWorld> = {
    setting: {
      read: async () => browser.setting,
      write: async (demo) => {
        await step('write');
        browser.setting = demo;
      },
      remove: async () => {
        await step('remove');
        browser.setting = null;
      },
    },
    build: async (demo) => {
      const name = demo === null ? 'real' : 'demo';
      await step(`build ${name}`);
      if (demo !== null) browser.leftovers = true;
      const world: FakeWorld = {
        name,
        ended: false,
        count: async () => ({ rows: 12, snapshots: 1 }),
        async end() {
          world.ended = true;
          await step(`end ${name}`);
        },
      };
      return world;
    },
    leftovers: {
      delete: async () => {
        await step('delete');
        browser.leftovers = false;
      },
      find: async () => (browser.leftovers ? ['archvd-demo'] : []),
    },
    clearShown: async () => {
      await step('clear');
      return 3;
    },
    newDemo: () => ({ startedAt: (started += 1), seed: 7 }),
  };
  return { browser, born: () => createWorlds(ports) };
}

const nameOf = async (world: FakeWorld): Promise<string> => world.name;

describe('two worlds', () => {
  test('the demo begins when everything can be built, and the real books are closed by then', async () => {
    const { browser, born } = makeBrowser();
    const worlds = born();
    expect(await worlds.run(nameOf)).toBe('real');
    await worlds.startDemo();
    expect(await worlds.run(nameOf)).toBe('demo');
    expect(browser.setting).toEqual({ startedAt: 1001, seed: 7 });
    expect(browser.log).toEqual(['build real', 'delete', 'write', 'end real', 'clear', 'build demo']);
  });

  test('while the demo is on, the real books are not even opened by a new worker', async () => {
    const { browser, born } = makeBrowser();
    await born().startDemo();
    browser.log.length = 0;
    expect(await born().run(nameOf)).toBe('demo');
    expect(browser.log).toEqual(['build demo']);
  });

  test('starting twice at once is one demo', async () => {
    const { browser, born } = makeBrowser();
    const worlds = born();
    await Promise.all([worlds.startDemo(), worlds.startDemo(), worlds.follow()]);
    expect(browser.log.filter((entry) => entry === 'write')).toHaveLength(1);
    expect(browser.setting).toEqual({ startedAt: 1001, seed: 7 });
  });

  test('removing tells what there was, and finds nothing afterwards', async () => {
    const { browser, born } = makeBrowser();
    const worlds = born();
    await worlds.startDemo();
    expect(await worlds.removeDemo()).toEqual({ removed: { rows: 12, snapshots: 1, notifications: 3 }, left: [] });
    expect(browser).toMatchObject({ setting: null, leftovers: false });
    expect(await worlds.run(nameOf)).toBe('real');
    const after = browser.log.slice(browser.log.indexOf('remove'));
    expect(after).toEqual(['remove', 'end demo', 'clear', 'delete', 'build real']);
  });

  test('removing where there is no demo changes nothing', async () => {
    const { browser, born } = makeBrowser();
    const answer = await born().removeDemo();
    expect(answer).toMatchObject({ removed: { rows: 0, snapshots: 0 }, left: [] });
    expect(browser.setting).toBeNull();
  });
});

describe('in between', () => {
  test('a message that comes while the world changes waits for the new one', async () => {
    const worlds = makeBrowser().born();
    await worlds.run(nameOf);
    const change = worlds.startDemo();
    const asked = worlds.run(nameOf);
    expect(await asked).toBe('demo');
    await change;
  });

  test('work that has begun in the old world ends before its books are closed', async () => {
    const { browser, born } = makeBrowser();
    const worlds = born();
    let finish: () => void = () => undefined;
    const work = worlds.run(async (world) => {
      await new Promise<void>((resolve) => (finish = resolve));
      browser.log.push('work done');
      return world.ended;
    });
    await worlds.run(nameOf);
    const change = worlds.startDemo();
    await new Promise((resolve) => setTimeout(resolve));
    finish();
    expect(await work).toBe(false);
    await change;
    expect(browser.log.indexOf('work done')).toBeLessThan(browser.log.indexOf('end real'));
  });

  test('where nothing has to be waited for, work begins in the turn of its call', async () => {
    const worlds = makeBrowser().born();
    await worlds.run(nameOf);
    let begun = false;
    const work = worlds.run(async () => void (begun = true));
    expect(begun).toBe(true);
    await work;
  });

  test('somebody else removes the setting: the world follows and cleans up', async () => {
    const { browser, born } = makeBrowser();
    const worlds = born();
    await worlds.startDemo();
    browser.setting = null;
    await worlds.follow();
    expect(await worlds.run(nameOf)).toBe('real');
    expect(browser.leftovers).toBe(false);
  });
});

describe('a worker that dies on the way', () => {
  const DEATHS_OF_START = ['delete', 'write', 'end real', 'clear', 'build demo'];
  const DEATHS_OF_REMOVAL = ['remove', 'end demo', 'clear', 'delete', 'build real'];

  test.each(DEATHS_OF_START)('of the start, at "%s": the next life is whole', async (place) => {
    const { browser, born } = makeBrowser();
    const worlds = born();
    await worlds.run(nameOf);
    browser.broken = place;
    await worlds.startDemo().catch(() => undefined);
    browser.broken = '';
    const next = born();
    await next.follow();
    expect(await next.run(nameOf)).toBe(browser.setting === null ? 'real' : 'demo');
    expect(browser.leftovers).toBe(browser.setting !== null);
  });

  test.each(DEATHS_OF_REMOVAL)('of the removal, at "%s": the next life is whole', async (place) => {
    const { browser, born } = makeBrowser();
    const worlds = born();
    await worlds.startDemo();
    browser.broken = place;
    await worlds.removeDemo().catch(() => undefined);
    browser.broken = '';
    const next = born();
    await next.follow();
    expect(await next.run(nameOf)).toBe(browser.setting === null ? 'real' : 'demo');
    expect(browser.leftovers).toBe(browser.setting !== null);
  });

  test('a demo that cannot be built is not begun, and the real books are there again', async () => {
    const { browser, born } = makeBrowser();
    const worlds = born();
    await worlds.run(nameOf);
    browser.broken = 'build demo';
    await expect(worlds.startDemo()).rejects.toThrow('died');
    expect(browser.setting).toBeNull();
    expect(await worlds.run(nameOf)).toBe('real');
  });

  test('a demo that cannot be built any more can still be removed', async () => {
    const { browser, born } = makeBrowser();
    await born().startDemo();
    browser.broken = 'build demo';
    const worlds = born();
    await expect(worlds.run(nameOf)).rejects.toThrow('died');
    expect(await worlds.removeDemo()).toMatchObject({ left: [] });
    expect(await worlds.run(nameOf)).toBe('real');
  });
});
