import { CommandError } from './command-deps';

/** alias takes no more, and it travels as text, which is a third longer. */
const MOST_BYTES = 4 * 1024 * 1024;

/** First bytes of what alias takes. */
const JPEG = [0xff, 0xd8, 0xff];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * A picture for a listing, told by its bytes and never by its name.
 *
 * @returns the `data:` URL with the kind it really is of
 * @throws CommandError `bad-value` when it is neither JPEG nor PNG, or larger than 4 MB
 */
export function readPicture(dataUrl: string): string {
  const [, base64] = /^data:[a-z]+\/[a-z0-9.+-]+;base64,([A-Za-z0-9+/]+={0,2})$/.exec(dataUrl) ?? [];
  const kind = base64 === undefined ? null : kindOf(base64);
  if (base64 === undefined || kind === null)
    throw new CommandError('bad-value', 'alias takes JPEG and PNG pictures only. Nothing was changed.');
  if ((base64.length * 3) / 4 > MOST_BYTES)
    throw new CommandError('bad-value', 'The picture takes more than 4 MB. Nothing was changed.');
  return `data:image/${kind};base64,${base64}`;
}

function kindOf(base64: string): 'jpeg' | 'png' | null {
  // Twelve characters are nine bytes.
  const head = atob(base64.slice(0, 12).padEnd(12, 'A').replaceAll('=', 'A'));
  const startsWith = (bytes: readonly number[]) => bytes.every((byte, nth) => head.charCodeAt(nth) === byte);
  if (startsWith(JPEG)) return 'jpeg';
  return startsWith(PNG) ? 'png' : null;
}
