import { ecbCurrency, ecbRate, type EcbDay } from '@/lib/domain/fx/ecb';
import { readEcbXml } from '@/lib/domain/fx/read-ecb-xml';
import { readDay } from '@/lib/domain/releases/read-day';
import { decodeStatement } from './decode-statement';

export type ReadEcb =
  | {
      readonly ok: true;
      readonly days: readonly EcbDay[];
      readonly problems: readonly { readonly line: number; readonly text: string }[];
    }
  | { readonly ok: false; readonly problem: 'too-large' | 'not-text' | 'unknown-format' | 'broken' };

/** The whole history since 1999 has less than two million characters. */
const MOST_BYTES = 10_000_000;

/**
 * Reads the European Central Bank's reference rates: `eurofxref-daily.xml`, `eurofxref-hist.xml`, `eurofxref.csv`,
 * `eurofxref-hist.csv`, or the zip one of them comes in. A currency nobody names on a day (`N/A`) is left out.
 */
export async function readEcb(bytes: Uint8Array): Promise<ReadEcb> {
  if (bytes.length > MOST_BYTES) return { ok: false, problem: 'too-large' };
  const [first, second] = bytes;
  if (first !== 0x50 || second !== 0x4b) return readPlain(bytes);
  const inside = await unzipped(bytes);
  return inside instanceof Uint8Array ? readPlain(inside) : { ok: false, problem: inside };
}

/** The one table of an archive; nothing that would unfold to more than is read anyway. */
async function unzipped(bytes: Uint8Array): Promise<Uint8Array | 'too-large' | 'broken' | 'unknown-format'> {
  const { unzipSync } = await import('fflate');
  let tooLarge = false;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(?:csv|xml)$/i.test(name)) return false;
        tooLarge ||= originalSize > MOST_BYTES;
        return originalSize <= MOST_BYTES;
      },
    });
    const [file] = Object.values(files);
    if (tooLarge || (file !== undefined && file.length > MOST_BYTES)) return 'too-large';
    return file ?? 'unknown-format';
  } catch {
    return 'broken';
  }
}

function readPlain(bytes: Uint8Array): ReadEcb {
  const text = decodeStatement(bytes);
  if (text === null) return { ok: false, problem: 'not-text' };
  if (!text.trimStart().startsWith('<')) return readCsv(text);
  const days = readEcbXml(text);
  return days.length === 0 ? { ok: false, problem: 'unknown-format' } : { ok: true, days, problems: [] };
}

function readCsv(text: string): ReadEcb {
  const [head = '', ...lines] = text.split(/\r\n|\r|\n/);
  const headings = head.split(',').map((cell) => cell.trim());
  if (!/^date$/i.test(headings[0] ?? '') || !headings.includes('USD')) return { ok: false, problem: 'unknown-format' };
  const currencies = headings.map(ecbCurrency);
  const days: EcbDay[] = [];
  const problems: { line: number; text: string }[] = [];
  for (const [nth, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const cells = line.split(',');
    const day = readDay(cells[0] ?? '', null);
    if (day.ok) days.push({ day: day.day, rates: ratesOf(currencies, cells) });
    else problems.push({ line: nth + 2, text: line.slice(0, 60) });
  }
  return { ok: true, days, problems };
}

function ratesOf(currencies: readonly ReturnType<typeof ecbCurrency>[], cells: readonly string[]): EcbDay['rates'] {
  const told = currencies.flatMap((currency, nth) => {
    const rate = currency === null ? null : ecbRate(cells[nth] ?? '');
    return currency === null || rate === null ? [] : [[currency, rate] as const];
  });
  return Object.fromEntries(told);
}
