import { CommandError } from './command-deps';

/** A picture takes at most this much room, since it is in every backup. */
const MAXIMUM_BYTES = 300 * 1024;

/** @throws CommandError `bad-value` when it is no JPEG or WebP in a `data:` URL, or too large */
export function checkPhoto(dataUrl: string): void {
  const [, base64] = /^data:image\/(?:jpeg|webp);base64,([A-Za-z0-9+/]+={0,2})$/.exec(dataUrl) ?? [];
  if (base64 === undefined)
    throw new CommandError('bad-value', 'This is not a picture the companion can keep. Nothing was changed.');
  if ((base64.length * 3) / 4 > MAXIMUM_BYTES)
    throw new CommandError('bad-value', 'The picture takes more than 300 KB. Nothing was changed.');
}
