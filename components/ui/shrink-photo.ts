/** Longest edge of a picture that is kept, in pixels. */
const EDGE = 1024;

/** Longest `data:` URL of a JPEG of 300 KB: base64 takes a third more. */
const LONGEST = Math.floor(300 * 1024 * (4 / 3));

const QUALITIES = [0.85, 0.7, 0.5];

export type ShrunkPhoto =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly reason: 'unreadable' | 'too-large' };

/**
 * Makes a picture small enough to keep: at most 1024 px, JPEG, 300 KB.
 */
export async function shrinkPhoto(file: Blob): Promise<ShrunkPhoto> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return { ok: false, reason: 'unreadable' };
  const scale = Math.min(1, EDGE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return { ok: false, reason: 'unreadable' };
  // A picture may be see-through, a JPEG is not.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const tried = QUALITIES.map((quality) => () => canvas.toDataURL('image/jpeg', quality));
  for (const make of tried) {
    const url = make();
    if (url.length <= LONGEST) return { ok: true, url };
  }
  return { ok: false, reason: 'too-large' };
}

/** The picture among what is pasted or dropped; null when there is none. */
export function pictureIn(data: DataTransfer | null): File | null {
  return [...(data?.files ?? [])].find((file) => file.type.startsWith('image/')) ?? null;
}
