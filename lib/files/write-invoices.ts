import type { ExportFile, ExportSettings } from '@/lib/domain/exports/export-settings';
import type { Ledger, LedgerSale } from '@/lib/domain/exports/ledger';
import { reversedSale } from '@/lib/domain/exports/ledger-return';
import { formatMoney } from '@/lib/domain/money/format-money';
import { creditNumberOf, invoiceNumberOf, itemText } from './export-words';

export interface InvoiceWords {
  readonly title: string;
  readonly creditTitle: string;
  /** What stands before the number of the invoice that a credit note takes back. */
  readonly credits: string;
  readonly number: string;
  readonly date: string;
  readonly to: string;
  readonly item: string;
  readonly total: string;
  /** What the law wants on an invoice of the margin scheme, e.g. `margin scheme – second-hand goods`. */
  readonly margin: string;
}

/**
 * Invoices of a margin scheme, ready to be printed: one page each, no VAT shown, with the words the scheme demands. Only
 * sales that are taxed by margin are in it. A sale that was given back has its invoice and, in the time it was given back
 * in, a credit note.
 */
export function writeMarginInvoices(
  { sales, returns }: Pick<Ledger, 'sales' | 'returns'>,
  seller: ExportSettings['seller'],
  words: InvoiceWords,
): ExportFile {
  const pages = [
    ...sales.filter(isMargin).map((sale) => page(sale, invoiceNumberOf(sale), null, seller, words)),
    ...returns
      .filter(({ sale }) => isMargin(sale))
      .map((each) => page(reversedSale(each), creditNumberOf(each.sale), each.sale, seller, words)),
  ];
  const content = [
    '<!doctype html>',
    `<html lang="en"><head><meta charset="utf-8"><title>${escaped(words.title)}</title><style>${STYLE}</style></head><body>`,
    ...pages,
    '</body></html>',
    '',
  ].join('\n');
  return { name: 'margin-scheme-invoices.html', type: 'text/html', content, rows: pages.length };
}

function isMargin({ treatment }: LedgerSale): boolean {
  return treatment === 'margin' || treatment === 'global';
}

const STYLE =
  'body{font:14px/1.5 system-ui,sans-serif;margin:0;color:#111}section{padding:20mm;page-break-after:always}' +
  'table{width:100%;border-collapse:collapse;margin:8mm 0}td,th{text-align:left;padding:2mm 0;border-bottom:1px solid #ccc}' +
  'td:last-child,th:last-child{text-align:right;font-variant-numeric:tabular-nums}pre{font:inherit;margin:0}';

/** @param credited the sale that a credit note takes back; null: an invoice */
function page(
  sale: LedgerSale,
  number: string,
  credited: LedgerSale | null,
  seller: ExportSettings['seller'],
  words: InvoiceWords,
): string {
  const price = escaped(formatMoney(sale.price));
  const buyer = [sale.buyer, sale.country ?? ''].filter(Boolean).join(', ');
  return [
    `<section><h1>${escaped(credited === null ? words.title : words.creditTitle)}</h1>`,
    `<pre>${escaped([seller.name, seller.address].filter(Boolean).join('\n'))}</pre>`,
    `<p>${escaped(words.number)} ${escaped(number)}<br>${escaped(words.date)} ${sale.on}</p>`,
    credited === null ? '' : `<p>${escaped(`${words.credits} ${invoiceNumberOf(credited)}, ${credited.on}`)}</p>`,
    buyer === '' ? '' : `<p>${escaped(words.to)} ${escaped(buyer)}</p>`,
    `<table><tr><th>${escaped(words.item)}</th><th>${escaped(words.total)}</th></tr>`,
    `<tr><td>${escaped(itemText(sale))}</td><td>${price}</td></tr></table>`,
    `<p><strong>${escaped(words.margin)}</strong></p></section>`,
  ].join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
