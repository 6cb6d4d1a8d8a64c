/** Why a pasted token is not worth asking alias about. */
export type TokenProblem = 'empty' | 'spaces';

/**
 * Tidies what was pasted: blanks and line ends around it, a `Bearer ` in front, quotes around it.
 *
 * @example `checkToken(' Bearer goatapi_x \n')` is `{ token: 'goatapi_x', problem: null }`
 */
export function checkToken(pasted: string): { readonly token: string; readonly problem: TokenProblem | null } {
  const token = pasted
    .trim()
    .replace(/^["'`]+|["'`]+$/g, '')
    .replace(/^bearer(\s+|$)/i, '')
    .trim();
  return { token, problem: token === '' ? 'empty' : /\s/.test(token) ? 'spaces' : null };
}
