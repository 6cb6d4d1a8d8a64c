import { shrinkPhoto } from '../ui/shrink-photo';
import { t } from '../ui/text';

/** A receipt that is to be kept with the next save. */
export interface NewReceipt {
  readonly name: string;
  readonly dataUrl: string;
}

export type ReadReceipt =
  | { readonly ok: true; readonly receipt: NewReceipt }
  | { readonly ok: false; readonly why: string };

const MOST_PDF_BYTES = 5 * 1024 * 1024;

/** Beyond this no picture is opened at all. */
const MOST_PICTURE_BYTES = 40 * 1024 * 1024;

/**
 * A file as the books keep it: a PDF as it is, up to 5 MB; a picture made small, as a JPEG. Anything else is refused, and
 * nothing of the file leaves this page.
 */
export async function readReceipt(file: File): Promise<ReadReceipt> {
  const name = file.name.slice(0, 200) || t('expenses.receipt');
  const isPdf = file.type === 'application/pdf' || /\.pdf$/i.test(file.name);
  if (isPdf) {
    if (file.size > MOST_PDF_BYTES) return { ok: false, why: t('expenses.pdfTooLarge') };
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (!startsAsPdf(bytes)) return { ok: false, why: t('expenses.noReceipt') };
    return { ok: true, receipt: { name, dataUrl: `data:application/pdf;base64,${toBase64(bytes)}` } };
  }
  if (file.size > MOST_PICTURE_BYTES) return { ok: false, why: t('photo.tooLarge') };
  const small = await shrinkPhoto(file);
  if (small.ok) return { ok: true, receipt: { name, dataUrl: small.url } };
  return { ok: false, why: small.reason === 'too-large' ? t('photo.tooLarge') : t('expenses.noReceipt') };
}

function startsAsPdf(bytes: Uint8Array): boolean {
  return String.fromCodePoint(...bytes.subarray(0, 5)) === '%PDF-';
}

const STEP = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += STEP)
    text += String.fromCodePoint(...bytes.subarray(from, from + STEP));
  return btoa(text);
}
