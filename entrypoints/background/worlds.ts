import type { SettingValue } from '@/lib/settings/registry';

/** Which demo is on; null is the real market. */
export type Demo = SettingValue<'demo'>;

/** Everything the background works with in one mode. */
export interface Endable {
  /** How many rows and copies its books hold. */
  count(): Promise<{ readonly rows: number; readonly snapshots: number }>;
  /** Stops everything that runs in it and closes its books. Nothing of it moves afterwards. */
  end(): Promise<void>;
}

export interface WorldsPorts<W extends Endable> {
  readonly setting: { read(): Promise<Demo>; write(demo: NonNullable<Demo>): Promise<void>; remove(): Promise<void> };
  /** @throws when the demo's script cannot be loaded */
  build(demo: Demo): Promise<W>;
  readonly leftovers: { delete(): Promise<void>; find(): Promise<readonly string[]> };
  /** What is shown outside of our pages belongs to the books it came from: notifications and the badge. Answers how many. */
  clearShown(): Promise<number>;
  newDemo(): NonNullable<Demo>;
}

export interface DemoRemoved {
  readonly removed: { readonly rows: number; readonly snapshots: number; readonly notifications: number };
  readonly left: readonly string[];
}

export interface Worlds<W> {
  /** Does something in the world of the present mode. Waits while the mode changes; a change waits for it in turn. */
  run<T>(work: (world: W) => Promise<T>): Promise<T>;
  /** The world that is up at this moment, without waiting. */
  now(): W | null;
  startDemo(): Promise<void>;
  removeDemo(): Promise<DemoRemoved>;
  /** Makes the world fit the stored setting, whoever changed it. */
  follow(): Promise<void>;
}

/** Work that has begun in the old world is waited for, but not for ever. */
const PATIENCE_MS = 5000;

/**
 * Changes between the real market and the demo, one change at a time. The setting alone says which one it is: it is
 * written when a demo can be built, and removed before anything is deleted, so that a worker which dies at any point
 * leaves either a demo that is built anew or remains that the next start deletes.
 */
export function createWorlds<W extends Endable>(ports: WorldsPorts<W>): Worlds<W> {
  const inTurn = createTurns();
  const passage = createPassage(ports);
  return {
    async run(work) {
      // At once where nothing has to be waited for: what a click allows is allowed only in its own turn.
      const { world, end } = (inTurn.isFree() ? passage.begin() : null) ?? (await inTurn.take(passage.beginPresent));
      try {
        return await work(world);
      } finally {
        end();
      }
    },
    now: passage.now,
    startDemo: () => inTurn.take(() => startDemo(ports, passage)),
    removeDemo: () => inTurn.take(() => removeDemo(ports, passage)),
    follow: () =>
      inTurn.take(async () => {
        const stored = await ports.setting.read();
        await passage.enter(stored);
        if (stored === null) await ports.leftovers.delete();
      }),
  };
}

/** Where one is, and how one comes and goes. Only one of its steps at a time. */
type Passage<W> = ReturnType<typeof createPassage<W & Endable>>;

function createPassage<W extends Endable>(ports: WorldsPorts<W>) {
  const busy = createBusy();
  let here: { readonly demo: Demo; readonly world: W } | null = null;

  const leave = async (): Promise<void> => {
    const left = here;
    if (left === null) return;
    await busy.idle(PATIENCE_MS);
    here = null;
    await left.world.end();
  };
  const enter = async (demo: Demo): Promise<W> => {
    if (here !== null && isSame(here.demo, demo)) return here.world;
    const changes = here !== null;
    await leave();
    if (changes) await ports.clearShown();
    const world = await ports.build(demo);
    here = { demo, world };
    return world;
  };
  const begin = () => (here === null ? null : { world: here.world, end: busy.begin() });
  const beginPresent = async () => {
    const world = here?.world ?? (await enter(await ports.setting.read()));
    return { world, end: busy.begin() };
  };
  /** What the demo's books hold; books that cannot be counted are deleted all the same. */
  const countDemo = async () =>
    here === null || here.demo === null ? NOTHING : here.world.count().catch(() => NOTHING);
  return { enter, leave, begin, beginPresent, countDemo, now: (): W | null => here?.world ?? null };
}

async function startDemo<W extends Endable>(ports: WorldsPorts<W>, passage: Passage<W>): Promise<void> {
  const stored = await ports.setting.read();
  if (stored !== null) return void (await passage.enter(stored));
  await ports.leftovers.delete();
  const demo = ports.newDemo();
  await ports.setting.write(demo);
  try {
    await passage.enter(demo);
  } catch (error) {
    await ports.setting.remove();
    await ports.leftovers.delete();
    await passage.enter(null);
    throw error;
  }
}

async function removeDemo<W extends Endable>(ports: WorldsPorts<W>, passage: Passage<W>): Promise<DemoRemoved> {
  const held = await passage.countDemo();
  await ports.setting.remove();
  await passage.leave();
  const notifications = await ports.clearShown();
  await ports.leftovers.delete();
  const found = await ports.leftovers.find();
  const left = (await ports.setting.read()) === null ? found : [...found, 'setting'];
  await passage.enter(null);
  return { removed: { ...held, notifications }, left };
}

const NOTHING = { rows: 0, snapshots: 0 };

function isSame(a: Demo, b: Demo): boolean {
  return a === null || b === null ? a === b : a.startedAt === b.startedAt && a.seed === b.seed;
}

/** One after the other; a failure is its caller's and stops nobody else. */
function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    isFree: (): boolean => waiting === 0,
    async take<T>(task: () => Promise<T>): Promise<T> {
      waiting += 1;
      const turn = last.then(task);
      last = turn.catch(() => undefined);
      try {
        return await turn;
      } finally {
        waiting -= 1;
      }
    },
  };
}

/** Counts what is under way. */
function createBusy() {
  let count = 0;
  let wake: () => void = () => undefined;
  return {
    begin(): () => void {
      count += 1;
      return () => {
        count -= 1;
        if (count === 0) wake();
      };
    },
    async idle(patienceMs: number): Promise<void> {
      if (count === 0) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, patienceMs);
      });
      wake = () => undefined;
    },
  };
}
