/** Letters a page of ours is written with; everything else is left out, so that the text needs no escaping. */
const PLAIN = /[^A-Za-z0-9 .,:;/#$%&'*+-]/g;

/**
 * A page of a label or an invoice as a small PDF, 4 by 6 inches. The same lines give the same bytes.
 *
 * @example paperPdf(['UPS', '1Z000000000001']) is a PDF of one page with these two lines
 */
export function paperPdf(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const text = lines.map(
    (line, nth) => `BT /F1 ${nth === 0 ? 20 : 11} Tf 20 ${390 - nth * 26} Td (${line.replaceAll(PLAIN, '')}) Tj ET`,
  );
  const drawn = ['1.5 w 10 10 268 412 re S', ...text, ...barCode(lines.join())].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 288 432] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>',
  ];
  return new TextEncoder().encode(fileOf(objects));
}

/** Objects with the table of where each begins, which a reader looks for at the end. */
function fileOf(objects: readonly string[]): string {
  let file = '%PDF-1.4\n';
  const begins = objects.map((object, nth) => {
    const at = file.length;
    file += `${nth + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const rows = begins.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  return `${file}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
}

/** Stripes that look like a bar code and stand for nothing. */
function barCode(text: string): readonly string[] {
  let x = 24;
  return Array.from(text.padEnd(48, '0').slice(0, 48)).flatMap((letter) => {
    const width = 1 + ((letter.codePointAt(0) ?? 0) % 4);
    const stripe = `${x} 40 ${width} 70 re f`;
    x += width + 2;
    return x > 264 ? [] : [stripe];
  });
}
