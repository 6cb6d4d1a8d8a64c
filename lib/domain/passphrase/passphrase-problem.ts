const MINIMUM = 10;
const MINIMUM_DIGITS = 16;
const MINIMUM_DIFFERENT = 5;

const KEYBOARD = 'qwertyuiop asdfghjkl zxcvbnm';

/** Words that are tried first, whatever digits and signs are put around them. */
const FAMILIAR = new Set(
  (
    'password passwort passphrase letmein welcome qwerty iloveyou sunshine princess football baseball monkey dragon ' +
    'master shadow superman batman trustno admin administrator login secret sneaker sneakers sneakerhead jordan nike ' +
    'adidas yeezy alias archvd goat stockx changeme whatever computer internet'
  ).split(' '),
);

/**
 * Why a passphrase is refused, in words; null when it is accepted.
 *
 * A file taken from the disk can be tried against for as long as one likes, so a short or familiar passphrase is no
 * protection. This is a check against the obvious, not a measure of strength.
 *
 * @example `passphraseProblem('password2026')` names a familiar word; `passphraseProblem('tin harbour seldom')` is null
 */
export function passphraseProblem(passphrase: string): string | null {
  const text = passphrase.normalize('NFKC').toLowerCase();
  const characters = [...text];
  if (characters.length < MINIMUM) return `Use at least ${MINIMUM} characters. A few unrelated words work well.`;
  if (new Set(characters).size < MINIMUM_DIFFERENT || /^(.{1,6})\1+$/u.test(text)) {
    return 'That repeats itself too much. Use a few unrelated words.';
  }
  if (/^\d+$/.test(text) && characters.length < MINIMUM_DIGITS) {
    return `Digits alone are tried through quickly. Use at least ${MINIMUM_DIGITS} of them, or a few unrelated words.`;
  }
  if (isRun(characters)) return 'That follows the alphabet or the keyboard. Use a few unrelated words.';
  if (FAMILIAR.has(text.replaceAll(/[^\p{L}]/gu, ''))) {
    return 'That is a familiar word with something around it. Use a few unrelated words.';
  }
  return null;
}

/** Most steps from one character to the next lead to a neighbour. */
function isRun(characters: readonly string[]): boolean {
  const steps = characters.slice(1).filter((character, index) => areNeighbours(characters[index] ?? '', character));
  return steps.length * 2 > characters.length;
}

function areNeighbours(one: string, other: string): boolean {
  const distance = Math.abs((one.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0));
  return distance <= 1 || KEYBOARD.includes(one + other) || KEYBOARD.includes(other + one);
}
