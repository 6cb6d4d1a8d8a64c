import { Parser } from 'saxen';

export interface XmlNode {
  /** Without a prefix: banks choose prefixes as they like. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  text: string;
}

export type ReadXml =
  | { readonly ok: true; readonly root: XmlNode }
  | { readonly ok: false; readonly problem: 'broken' | 'entities' };

const MOST_DEPTH = 64;
const MOST_NODES = 2_000_000;

/**
 * A small XML file as a tree. A file that declares entities or a document type is refused: no statement needs them, and
 * a few lines of them can unfold into gigabytes.
 */
export function readXml(text: string): ReadXml {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return { ok: false, problem: 'entities' };
  const top: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  const open: XmlNode[] = [top];
  let nodes = 0;
  let broken = false;
  const parser = new Parser();
  parser.on('openTag', (name, attributes, decode) => {
    nodes += 1;
    if (nodes > MOST_NODES || open.length > MOST_DEPTH) throw new RangeError('too much');
    const node: XmlNode = { name: bare(name), attributes: decodedAll(attributes(), decode), children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closeTag', () => {
    open.pop();
  });
  const add = (words: string) => {
    const node = open.at(-1);
    if (node !== undefined) node.text += words;
  };
  parser.on('text', (words, decode) => add(decode(words)));
  parser.on('cdata', add);
  parser.on('error', () => {
    broken = true;
  });
  parser.on('warn', () => {});
  try {
    parser.parse(text);
  } catch {
    broken = true;
  }
  const [root] = top.children;
  return broken || open.length !== 1 || root === undefined ? { ok: false, problem: 'broken' } : { ok: true, root };
}

const bare = (name: string) => name.slice(name.indexOf(':') + 1);

function decodedAll(attributes: Readonly<Record<string, string>>, decode: (text: string) => string) {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [bare(name), decode(value)]));
}

/** All nodes at a path below one, e.g. `Acct`, `Id`, `IBAN`. */
export function nodesAt(node: XmlNode, ...path: readonly string[]): readonly XmlNode[] {
  let found: readonly XmlNode[] = [node];
  for (const name of path) found = found.flatMap(({ children }) => children.filter((child) => child.name === name));
  return found;
}

/** The words of the first node at a path; empty: there is none. */
export function textAt(node: XmlNode, ...path: readonly string[]): string {
  return nodesAt(node, ...path)[0]?.text.trim() ?? '';
}
