import { declared, isMessageName } from './declared';

const SMALL = 16_384;

/** Whole files and long lists travel in these: 20 million characters of text and what is around them. */
const LARGE = 20_100_000;

/** How many characters a message may have by the name it claims; large ones come from our own pages alone. */
export function sizeLimit(message: unknown, isFromPage: boolean): number {
  const claimed = isFromPage ? nameOf(message) : null;
  return claimed !== null && mayBeLarge(claimed) ? LARGE : SMALL;
}

function mayBeLarge(claimed: string): boolean {
  return isMessageName(claimed) && declared(claimed).isLarge;
}

function nameOf(message: unknown): string | null {
  if (typeof message !== 'object' || message === null || !('name' in message)) return null;
  return typeof message.name === 'string' ? message.name : null;
}
