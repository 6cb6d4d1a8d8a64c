/** alias wants at least so many pixels along the shorter edge. */
const LEAST_PIXELS = 600;

/** Longest edge of a picture that is sent. */
const EDGE = 2000;

/** Longest `data:` URL that is kept: a JPEG of 3 MB, since base64 takes a third more; alias takes 4 MB. */
const LONGEST = 4 * 1024 * 1024;

const QUALITIES = [0.9, 0.8, 0.65, 0.5];

export type PreparedPicture =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly reason: 'unreadable' | 'too-large' }
  | { readonly ok: false; readonly reason: 'too-small'; readonly width: number; readonly height: number };

/**
 * How large a picture is drawn: as it is, or with its longer edge at most 2000 px.
 *
 * @example 4000 by 3000 becomes 2000 by 1500; 900 by 600 stays; 4000 by 500 is too small
 */
export function drawnSize(width: number, height: number): { readonly width: number; readonly height: number } | null {
  if (Math.min(width, height) < LEAST_PIXELS) return null;
  const scale = Math.min(1, EDGE / Math.max(width, height));
  // A panorama is not shrunk below what alias takes.
  const least = LEAST_PIXELS / Math.min(width, height);
  const by = Math.max(scale, Math.min(1, least));
  return { width: Math.round(width * by), height: Math.round(height * by) };
}

/**
 * Makes a file a picture alias takes. It is drawn anew, as JPEG: so it is the right way up and small, and where it was
 * taken is left behind.
 */
export async function preparePicture(file: Blob): Promise<PreparedPicture> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return { ok: false, reason: 'unreadable' };
  const { width, height } = picture;
  const size = drawnSize(width, height);
  if (size === null) {
    picture.close();
    return { ok: false, reason: 'too-small', width, height };
  }
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  const context = canvas.getContext('2d');
  if (context === null) return { ok: false, reason: 'unreadable' };
  // A picture may be see-through, a JPEG is not.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, size.width, size.height);
  context.drawImage(picture, 0, 0, size.width, size.height);
  picture.close();
  for (const quality of QUALITIES) {
    const url = canvas.toDataURL('image/jpeg', quality);
    if (url.length <= LONGEST) return { ok: true, url };
  }
  return { ok: false, reason: 'too-large' };
}
