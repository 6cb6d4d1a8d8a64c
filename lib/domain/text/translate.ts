type Word = string | number;

type Words<N> = N extends 1
  ? readonly [Word]
  : N extends 2
    ? readonly [Word, Word]
    : N extends 3
      ? readonly [Word, Word, Word]
      : N extends 4
        ? readonly [Word, Word, Word, Word]
        : readonly Word[];

/** What a string needs beside its key: the words for `$1`, `$2`, …, and the number that chooses between one and many. */
type Needs<S> = S extends { readonly plural: false; readonly substitutions: 0 }
  ? []
  : S extends { readonly plural: false; readonly substitutions: infer N }
    ? [words: Words<N>]
    : S extends { readonly plural: true; readonly substitutions: 0 | 1 }
      ? [n: number, words?: Words<1>]
      : S extends { readonly plural: true; readonly substitutions: infer N }
        ? [n: number, words: Words<N>]
        : never;

/**
 * Looks up a string of `S` by its key. The type that comes with the i18n library compares every key with every other at
 * every call: with a thousand strings no linter outlives it. This one looks at the one key that is asked for.
 */
export type Translate<S> = <K extends keyof S>(key: K, ...needs: Needs<S[K]>) => string;
