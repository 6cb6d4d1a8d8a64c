import { Parser } from 'saxen';
import { declaresEntities } from './declares-entities';

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
/** Letters between two steps. */
const STEP = 64_000;

/**
 * An XML file as a tree, in steps that tell how much of it is read. A file that declares entities or a document type is
 * refused.
 */
export function* readXml(text: string): Generator<number, ReadXml> {
  if (yield* declaresEntities(text)) return { ok: false, problem: 'entities' };
  const tree = new TreeBuilder();
  let size = STEP;
  for (let at = 0; at < text.length && !tree.isBroken;) {
    const [piece, before] = [pieceFrom(text, at, size), tree.heard];
    tree.write(piece);
    at += piece.length;
    // Within one comment without end nothing is heard, and what is kept back is gone over with every piece.
    size = tree.heard === before ? size * 2 : STEP;
    yield at / text.length;
  }
  const root = tree.end();
  return root === null ? { ok: false, problem: 'broken' } : { ok: true, root };
}

/** The next so many letters of an XML file and on to where a tag begins, so that none is cut. */
export function pieceFrom(text: string, at: number, size: number): string {
  const end = text.indexOf('<', at + size);
  return text.slice(at, end < 0 ? text.length : end);
}

class TreeBuilder {
  readonly #top: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  readonly #open: XmlNode[] = [this.#top];
  readonly #parser = new Parser();
  #nodes = 0;
  #broken = false;
  /** How often something was found in what was written. */
  heard = 0;

  constructor() {
    this.#parser.on('openTag', (name, attributes, decode) => {
      this.#nodes += 1;
      if (this.#nodes > MOST_NODES || this.#open.length > MOST_DEPTH) throw new RangeError('too much');
      this.heard += 1;
      const node = { name: bare(name), attributes: decodedAll(attributes(), decode), children: [], text: '' };
      this.#open.at(-1)?.children.push(node);
      this.#open.push(node);
    });
    this.#parser.on('closeTag', () => {
      this.heard += 1;
      this.#open.pop();
    });
    this.#parser.on('text', (words, decode) => this.#add(decode(words)));
    this.#parser.on('cdata', (words) => this.#add(words));
    this.#parser.on('error', () => {
      this.#broken = true;
    });
    this.#parser.on('warn', () => {});
  }

  get isBroken(): boolean {
    return this.#broken;
  }

  write(piece: string): void {
    try {
      this.#parser.write(piece);
    } catch {
      this.#broken = true;
    }
  }

  /** The root; null: the file is broken, or there is none. */
  end(): XmlNode | null {
    if (!this.#broken) this.#parser.end();
    const [root] = this.#top.children;
    return this.#broken || this.#open.length !== 1 || root === undefined ? null : root;
  }

  #add(words: string): void {
    this.heard += 1;
    const node = this.#open.at(-1);
    if (node !== undefined) node.text += words;
  }
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
