import { Parser } from 'saxen';
import { breather } from './breathe';
import { TableError } from './table-problem';
import { unzipGuarded } from './unzip-guarded';

/** What of a workbook its sheets need to be read. */
export interface WorkbookParts {
  /** Sheets in their order; `path` is where one lies in the archive. */
  readonly sheets: readonly { readonly name: string; readonly path: string; readonly hidden: boolean }[];
  readonly strings: readonly string[];
  /** By cell style: whether numbers of it are dates. */
  readonly dateStyles: readonly boolean[];
  /** Days are counted from 1904, as old Macs did. */
  readonly from1904: boolean;
}

const WORKBOOK = /(?:^|\/)workbook\.xml$/;
const RELATIONS = /(?:^|\/)workbook\.xml\.rels$/;
const STRINGS = /(?:^|\/)sharedStrings\.xml$/i;
const STYLES = /(?:^|\/)styles\.xml$/;

/** Reads everything but the sheets themselves. @throws TableError */
export async function workbookParts(bytes: Uint8Array): Promise<WorkbookParts> {
  const texts = new Map<string, string[]>();
  const decoders = new Map<string, TextDecoder>();
  const wanted = [WORKBOOK, RELATIONS, STRINGS, STYLES];
  await unzipGuarded(
    bytes,
    {
      wants: (name) => wanted.some((pattern) => pattern.test(name)),
      onPiece: (name, piece, isLast) => {
        const decoder = decoders.get(name) ?? new TextDecoder();
        decoders.set(name, decoder);
        texts.set(name, [...(texts.get(name) ?? []), decoder.decode(piece, { stream: !isLast })]);
      },
    },
    breather(),
  );
  const textOf = (pattern: RegExp): string => {
    const name = [...texts.keys()].find((each) => pattern.test(each));
    return name === undefined ? '' : (texts.get(name) ?? []).join('');
  };
  const workbook = textOf(WORKBOOK);
  // A protected workbook is an archive of another kind, and one of pictures or letters has none at all.
  if (workbook === '') throw new TableError({ kind: 'broken-workbook' });
  const targets = readRelations(textOf(RELATIONS));
  const { sheets, from1904 } = readSheets(workbook, targets);
  return { sheets, from1904, strings: await readStrings(textOf(STRINGS)), dateStyles: readDateStyles(textOf(STYLES)) };
}

type Attributes = Readonly<Record<string, string | undefined>>;

/** Goes through elements by their names without prefix; a document that is none is a broken workbook. */
export function parseXml(
  xml: string,
  on: {
    readonly open?: (name: string, attributes: () => Attributes) => void;
    readonly close?: (name: string) => void;
    readonly text?: (text: string) => void;
  },
): void {
  const parser = new Parser();
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  parser.on('openTag', (name, attributes, decode) => on.open?.(local(name), () => decoded(attributes(), decode)));
  parser.on('closeTag', (name) => on.close?.(local(name)));
  parser.on('text', (text, decode) => on.text?.(decode(text)));
  parser.on('cdata', (text) => on.text?.(text));
  parser.on('error', () => {
    throw new TableError({ kind: 'broken-workbook' });
  });
  parser.parse(xml);
}

function decoded(attributes: Record<string, string>, decode: (text: string) => string): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name.slice(name.indexOf(':') + 1), decode(value)]),
  );
}

function readRelations(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  if (xml === '') return targets;
  parseXml(xml, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const { Id, Target } = attributes();
      if (Id !== undefined && Target !== undefined) targets.set(Id, Target);
    },
  });
  return targets;
}

function readSheets(xml: string, targets: ReadonlyMap<string, string>): Pick<WorkbookParts, 'sheets' | 'from1904'> {
  const sheets: { name: string; path: string; hidden: boolean }[] = [];
  let from1904 = false;
  parseXml(xml, {
    open: (element, attributes) => {
      if (element === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes()['date1904'] ?? '');
      if (element !== 'sheet') return;
      const { name = '', id = '', state } = attributes();
      const target = targets.get(id) ?? `worksheets/sheet${sheets.length + 1}.xml`;
      sheets.push({
        name,
        path: target.replace(/^\/?(?:xl\/)?/, ''),
        hidden: state === 'hidden' || state === 'veryHidden',
      });
    },
  });
  return { sheets, from1904 };
}

const STRINGS_AT_ONCE = 64 * 1024;

/** Texts are parsed in stretches, so that a large table of them does not hold the page up. */
async function readStrings(xml: string): Promise<readonly string[]> {
  const strings: string[] = [];
  const breathe = breather();
  const ends = /<\/(?:\w+:)?si>/g;
  let from = xml.search(/<(?:\w+:)?si[ >/]/);
  if (from < 0) return strings;
  while (from >= 0 && from < xml.length) {
    ends.lastIndex = Math.min(xml.length, from + STRINGS_AT_ONCE);
    const end = ends.exec(xml);
    const to = end === null ? lastEnd(xml, from) : end.index + end[0].length;
    if (to <= from) break;
    readStretch(xml.slice(from, to), strings);
    from = end === null ? -1 : to;
    await breathe();
  }
  return strings;
}

function lastEnd(xml: string, from: number): number {
  const at = xml.search(/<\/(?:\w+:)?sst>/);
  return at < from ? xml.length : at;
}

function readStretch(xml: string, strings: string[]): void {
  let [text, inText, inPhonetic] = ['', false, false];
  parseXml(`<sst>${xml}</sst>`, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') inPhonetic = true;
      inText = name === 't' && !inPhonetic;
    },
    close: (name) => {
      if (name === 'si') strings.push(text);
      if (name === 'rPh') inPhonetic = false;
      if (name === 't') inText = false;
    },
    text: (part) => {
      if (inText) text += part;
    },
  });
}

/** Formats of dates that every program knows by number. */
const DATE_FORMATS = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
]);

function readDateStyles(xml: string): readonly boolean[] {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  if (xml === '') return styles;
  parseXml(xml, {
    open: (name, attributes) => {
      if (name === 'numFmt') {
        const { numFmtId = '', formatCode = '' } = attributes();
        own.set(Number(numFmtId), isDateFormat(formatCode));
      }
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const id = Number(attributes()['numFmtId'] ?? '0');
      styles.push(own.get(id) ?? DATE_FORMATS.has(id));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/** What is left of a format without texts, colours and marks names parts of a date, or it is none. */
function isDateFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[ymdhs]/i.test(bare) && !/^general$/i.test(bare.trim());
}
