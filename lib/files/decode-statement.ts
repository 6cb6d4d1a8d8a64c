/**
 * The text of a bank's file. UTF-8 or UTF-16 where the bytes are that; else what the file says of itself, or Windows-1252,
 * which banks write without saying so. Figures and dates are the same letters in all of them. null: it is no text.
 */
export function decodeStatement(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const marked =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  const text = decoded(bytes, marked) ?? decoded(bytes, saidEncoding(bytes)) ?? decoded(bytes, 'windows-1252');
  // A workbook or a picture has zeros, which no text has.
  return text === null || text.includes('\0') ? null : text.replace(/^\ufeff/, '');
}

function decoded(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** `encoding="ISO-8859-15"` of XML, or `CHARSET:1252` of OFX. */
function saidEncoding(bytes: Uint8Array): string {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 400));
  const [, ofXml] = /^<\?xml[^>]{0,200}encoding=["']([\w-]{1,40})["']/.exec(head.trimStart()) ?? [];
  const [, ofOfx] = /^CHARSET:\s*([\w-]{1,20})/m.exec(head) ?? [];
  if (ofXml !== undefined) return ofXml;
  return ofOfx !== undefined && /^125\d$/.test(ofOfx) ? `windows-${ofOfx}` : 'windows-1252';
}
