import * as z from 'zod/mini';
import { type Answer, answer } from './answer';

/** Where carried-out commands are remembered; `storage.session`, so that it outlives the worker but not the browser. */
export interface AnswerStore {
  read(): Promise<unknown>;
  write(value: object): Promise<void>;
}

/** Enough for a repeated click or a re-sent message; nothing comes back after so many others. */
const REMEMBERED = 200;

const LARGEST_KEPT = 4000;

const remembered = z.array(z.object({ key: z.string(), answer: z.nullable(answer) }));

type Remembered = z.infer<typeof remembered>;

/** Carries out each key once: a repetition gets the first one's answer, also while that is still running. */
export type AtMostOnce = (key: string, task: () => Promise<Answer>) => Promise<Answer>;

/** Begun before, in a worker that may have died over it: doing it again could do it twice. */
const UNKNOWN: Answer = {
  ok: false,
  error: {
    code: 'unknown-outcome',
    message: 'This was asked before, and how it ended is not known. Look, then ask anew.',
  },
};

export function createAtMostOnce(store: AnswerStore): AtMostOnce {
  const running = new Map<string, Promise<Answer>>();
  let lastWrite: Promise<void> = Promise.resolve();

  /** One write after the other: two commands ending together must not overwrite one another. */
  const note = (key: string, given: Answer | null): Promise<void> => {
    lastWrite = lastWrite.then(async () => {
      const others = (await readAll(store)).filter((entry) => entry.key !== key);
      await store.write([...others, { key, answer: given }].slice(-REMEMBERED));
    });
    // A full store must not stop commands: within this worker's life the map above still knows them.
    lastWrite = lastWrite.catch(() => undefined);
    return lastWrite;
  };

  const runFirst = async (key: string, task: () => Promise<Answer>): Promise<Answer> => {
    const before = (await readAll(store)).find((entry) => entry.key === key);
    if (before !== undefined) return before.answer ?? UNKNOWN;
    await note(key, null);
    const given = await task();
    if (JSON.stringify(given).length <= LARGEST_KEPT) await note(key, given);
    return given;
  };

  return (key, task) => {
    const known = running.get(key) ?? runFirst(key, task);
    running.set(key, known);
    if (running.size > REMEMBERED) running.delete(running.keys().next().value ?? key);
    return known;
  };
}

async function readAll(store: AnswerStore): Promise<Remembered> {
  try {
    return remembered.safeParse(await store.read()).data ?? [];
  } catch {
    return [];
  }
}
