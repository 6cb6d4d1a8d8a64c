import { breather } from './breathe';
import { TableError } from './table-problem';
import { unzipGuarded } from './unzip-guarded';
import { parseXml } from './parse-xml';
import { readDateStyles } from './read-date-styles';

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
