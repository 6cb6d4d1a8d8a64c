import { readCamtEntry } from './camt-entry';
import {
  clean,
  currencyIn,
  MOST_STATEMENT_LINES,
  type ReadStatement,
  type Statement,
  type StatementLine,
  type StatementProblem,
  type Steps,
} from './statement';
import { nodesAt, pieceFrom, readXml, textAt, type XmlNode } from './xml-tree';

/** How far the work is when the file is a tree, and when the lines of its entries are known. */
const [PARSED, PLACED] = [0.6, 0.7];
/** Entries between two steps. */
const STEP = 100;

/**
 * Reads CAMT.053 (and .052 and .054, which are made alike) of every version from .02 on, whatever its namespace and
 * prefix. Amounts have no sign there; `CdtDbtInd` says which way they went. Only what is booked counts. In steps, so that a
 * page goes on answering.
 */
export function* readCamt(text: string): Steps {
  const xml = yield* scaled(readXml(text), 0, PARSED);
  if (!xml.ok) return { ...xml, table: null };
  const wholes = nodesAt(xml.root).flatMap((root) =>
    root.children.flatMap((message) => message.children.filter(({ name }) => /^(?:Stmt|Rpt|Ntfctn)$/.test(name))),
  );
  if (wholes.length === 0) return { ok: false, problem: 'unknown-format', table: null };
  const places = yield* scaled(placesOf(text), PARSED, PLACED);
  return yield* scaled(readWholes(wholes, places), PLACED, 1);
}

function* readWholes(wholes: readonly XmlNode[], places: readonly number[]): Steps {
  const statements: Statement[] = [];
  const problems: StatementProblem[] = [];
  const shareAt = (entries: number) => Math.min(1, entries / Math.max(1, places.length));
  let [nth, count] = [0, 0];
  for (const whole of wholes) {
    const currency = currencyIn(textAt(whole, 'Acct', 'Ccy'));
    const lines: StatementLine[] = [];
    for (const entry of nodesAt(whole, 'Ntry')) {
      const read = yield* scaled(readCamtEntry(entry, places[nth] ?? 1, currency), shareAt(nth), shareAt(nth + 1));
      nth += 1;
      count += Math.max(1, read.length);
      if (count > MOST_STATEMENT_LINES) return tooMany;
      for (const each of read) {
        if ('reason' in each) problems.push(each);
        else lines.push(each);
      }
      if (nth % STEP === 0) yield shareAt(nth);
    }
    const number = textAt(whole, 'Acct', 'Id', 'IBAN') || textAt(whole, 'Acct', 'Id', 'Othr', 'Id');
    statements.push({ number: clean(number, 64), currency: currency ?? lines[0]?.amount.currency ?? null, lines });
  }
  return { ok: true, format: 'camt', statements, problems, needs: null, examples: [], table: null };
}

const tooMany: ReadStatement = { ok: false, problem: 'too-many-lines', table: null };

/** Steps as the part of a longer way. */
function* scaled<Value>(steps: Generator<number, Value>, from: number, to: number): Generator<number, Value> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield from + step.value * (to - from);
  }
}

/** Letters looked through between two steps. */
const PIECE = 250_000;

/** On which line each entry begins. */
function* placesOf(text: string): Generator<number, readonly number[]> {
  const places: number[] = [];
  let line = 1;
  for (let at = 0; at < text.length;) {
    const piece = pieceFrom(text, at, PIECE);
    for (const [mark] of piece.matchAll(/\n|<(?:[A-Za-z][\w.-]{0,40}:)?Ntry[\s>]/g)) {
      if (mark === '\n') line += 1;
      else places.push(line);
    }
    at += piece.length;
    yield at / text.length;
  }
  return places;
}
