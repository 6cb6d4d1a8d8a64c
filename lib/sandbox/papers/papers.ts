import { paperPdf } from './paper-pdf';

/** What labels and invoices are called inside the market; no such host exists. */
export const PAPERS = 'https://labels.sandbox.invalid/';

/** Where a market that is served gives them away, to whoever asks: a label's address is its own secret. */
export const PAPERS_PATH = '/papers/';

const LOOPBACK = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/;
const DEMO = /^https:\/\/demo\.[a-z]+\.invalid$/;

/**
 * The addresses of papers in an answer, as whoever asked can reach them: at the market's own address when it is served on
 * this machine, as part of the address in the demo, which has none.
 */
export function withPapers(json: string, origin: string): string {
  if (LOOPBACK.test(origin)) return json.replaceAll(PAPERS, `${origin}${PAPERS_PATH}`);
  if (!DEMO.test(origin)) return json;
  return json.replaceAll(/https:\/\/labels\.sandbox\.invalid\/([A-Za-z0-9/.-]+)/g, (_, name: string) => inline(name));
}

/**
 * The label or invoice of this name, clearly a sample.
 *
 * @example paperOf('1234567/000123456789.pdf') is a label of order 1234567 with the number 1Z000123456789
 */
export function paperOf(name: string): Uint8Array<ArrayBuffer> | null {
  const [, order, paper] = /^([A-Za-z0-9-]+)\/([A-Za-z0-9]+)\.pdf$/.exec(name) ?? [];
  if (order === undefined || paper === undefined) return null;
  const sample = 'Made by the demo market. Nothing can be sent with it.';
  return paper === 'invoice'
    ? paperPdf(['SAMPLE INVOICE', `Order ${order}`, 'Commercial invoice', sample])
    : paperPdf(['SAMPLE LABEL', `Order ${order}`, `1Z${paper}`, sample]);
}

/** Drawn once: every page of orders holds dozens of them. */
const drawn = new Map<string, string>();

function inline(name: string): string {
  const known = drawn.get(name);
  if (known !== undefined) return known;
  const bytes = paperOf(name);
  const url = bytes === null ? '' : `data:application/pdf;base64,${btoa(String.fromCodePoint(...bytes))}`;
  if (drawn.size < 1000) drawn.set(name, url);
  return url;
}
