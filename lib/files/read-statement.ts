import { decodeStatement } from './decode-statement';
import { readBankCsv } from './read-bank-csv';
import { readCamt } from './read-camt';
import { readOfx } from './read-ofx';
import { readQif } from './read-qif';
import { MOST_STATEMENT_BYTES, type FileProblem, type ReadStatement, type StatementOptions } from './statement';

/**
 * Reads a bank's file of any kind: OFX and QFX, QIF, CAMT.053, or a table; told apart by what stands in it and not by its
 * name. Nothing is written and nothing is thrown; what cannot be read is named with its line.
 */
export function readStatement(bytes: Uint8Array, options: StatementOptions): ReadStatement {
  try {
    return readAny(bytes, options);
  } catch {
    // What the engine itself gives up on, as on words without end.
    return refuse('broken');
  }
}

function readAny(bytes: Uint8Array, options: StatementOptions): ReadStatement {
  if (bytes.length > MOST_STATEMENT_BYTES) return refuse('too-large');
  const text = decodeStatement(bytes);
  if (text === null) return refuse('not-text');
  const start = text.trimStart();
  if (start === '') return refuse('empty');
  const head = start.slice(0, 2000);
  if (/^OFXHEADER|^<\?OFX|<OFX[\s>]/i.test(head)) return readOfx(text, options);
  if (/^!(?:type|account|option|clear)/i.test(head)) return readQif(text, options);
  if (start.startsWith('<')) return readCamt(text);
  return readBankCsv(text, options);
}

const refuse = (problem: FileProblem): ReadStatement => ({ ok: false, problem, table: null });
