import { useLiveQuery } from 'dexie-react-hooks';
import { useBridge } from './bridge';
import type { Books } from './books';

export type Live<T> =
  | { readonly state: 'loading'; readonly value: null; readonly message: '' }
  | { readonly state: 'failed'; readonly value: null; readonly message: string }
  | { readonly state: 'ready'; readonly value: T; readonly message: '' };

const LOADING = { state: 'loading', value: null, message: '' } as const;

/**
 * A read model that follows the books. While a changed question is being answered the last answer stays on the screen.
 * A failed reading is told, never thrown: the rest of the screen goes on.
 *
 * @param inputs what the question depends on, as in React's own hooks
 */
export function useLive<T>(read: (books: Books) => Promise<T>, inputs: readonly unknown[]): Live<T> {
  const { books } = useBridge();
  const answer = useLiveQuery(async (): Promise<Live<T>> => {
    try {
      return { state: 'ready', value: await read(books), message: '' };
    } catch (error) {
      return { state: 'failed', value: null, message: error instanceof Error ? error.message : String(error) };
    }
  }, [books, ...inputs]);
  return answer ?? LOADING;
}
