/** A paper to be put with others: its bytes, and what to call it when it cannot be read. */
export interface Paper {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface MergedPapers {
  /** One PDF with every page of every paper that could be read, in the order given; null: none could. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  readonly pages: number;
  /** Names of those that are no PDF, are protected by a password, or are broken. */
  readonly unread: readonly string[];
}

/** A page of a label is some kilobytes; more than this is no label. */
export const LARGEST_PAPER_BYTES = 20 * 1024 * 1024;

/**
 * Puts labels together so that they are printed in one go. Nothing but their pages is taken over: no scripts, no forms to
 * be filled in, no attachments. The library is loaded only now, since most visits to the screen need none of it.
 *
 * @param at what the file says of when it was made, so that the same labels give the same bytes
 * @example three labels of one page and a broken file: 3 pages, `unread` names the fourth
 */
export async function mergeLabels(papers: readonly Paper[], at: number): Promise<MergedPapers> {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const merged = await PDFDocument.create();
  const unread: string[] = [];
  for (const { name, bytes } of papers) {
    try {
      if (bytes.byteLength > LARGEST_PAPER_BYTES || !isPdf(bytes)) throw new TypeError('That is no label');
      const paper = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
      const pages = await merged.copyPages(paper, paper.getPageIndices());
      for (const page of pages) merged.addPage(page);
      if (pages.length === 0) throw new TypeError('There is no page in it');
    } catch {
      unread.push(name);
    }
  }
  const pages = merged.getPageCount();
  if (pages === 0) return { bytes: null, pages, unread };
  const made = new Date(at);
  merged.setCreationDate(made);
  merged.setModificationDate(made);
  return { bytes: new Uint8Array(await merged.save()), pages, unread };
}

/** A PDF says so within its first kilobyte. */
export function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');
}
