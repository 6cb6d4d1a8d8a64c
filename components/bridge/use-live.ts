import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useState } from 'react';
import { useBridge } from './bridge';
import type { Books } from './books';
import { createPace } from './pace';

export type Live<T> =
  | { readonly state: 'loading'; readonly value: null; readonly message: '' }
  | { readonly state: 'failed'; readonly value: null; readonly message: string }
  | { readonly state: 'ready'; readonly value: T; readonly message: '' };

const LOADING = { state: 'loading', value: null, message: '' } as const;

/**
 * A read model that follows the books. While a changed question is being answered the last answer stays on the screen.
 * A failed reading is told, never thrown: the rest of the screen goes on.
 *
 * Dexie drops the answer of a reading when something it reads changes meanwhile, and begins again at once: while a sync
 * writes page after page, a long list would never be shown anew. So each answer is taken from inside the reading, and
 * readings keep a pace.
 *
 * @param inputs what the question depends on, as in React's own hooks
 */
export function useLive<T>(read: (books: Books) => Promise<T>, inputs: readonly unknown[]): Live<T> {
  const { books } = useBridge();
  const [answer, setAnswer] = useState<Live<T>>(LOADING);
  // Another question has a pace of its own, so that it is answered at once and the old one's answer comes to nothing.
  const question = JSON.stringify(inputs);
  const pace = useMemo(() => ({ ...createPace(), question }), [question]);
  useEffect(() => pace.end, [pace]);
  useLiveQuery(async () => {
    const turn = pace.take();
    await Promise.resolve(pace.ready());
    if (!pace.isLatest(turn)) return;
    const finish = pace.begin();
    const next = await answerOf(read, books);
    finish();
    // Outside of Dexie's zone: what React does next is no part of this reading.
    setTimeout(() => {
      if (!pace.ended()) setAnswer(next);
    });
  }, [books, pace]);
  return answer;
}

async function answerOf<T>(read: (books: Books) => Promise<T>, books: Books): Promise<Live<T>> {
  try {
    return { state: 'ready', value: await read(books), message: '' };
  } catch (error) {
    return { state: 'failed', value: null, message: error instanceof Error ? error.message : String(error) };
  }
}
