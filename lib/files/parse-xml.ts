import { Parser } from 'saxen';
import { TableError } from './table-problem';

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
