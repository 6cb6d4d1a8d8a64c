import { breather } from './breathe';
import { decodeStatement } from './decode-statement';
import { readBankCsv } from './read-bank-csv';
import { readCamt } from './read-camt';
import { readOfx } from './read-ofx';
import { readQif } from './read-qif';
import {
  MOST_STATEMENT_BYTES,
  type FileProblem,
  type ReadStatement,
  type StatementOptions,
  type Steps,
} from './statement';

export interface SlowReading extends StatementOptions {
  readonly onShare: (share: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Reads a bank's file of any kind: OFX and QFX, QIF, CAMT.053, or a table; told apart by what stands in it and not by its
 * name. Nothing is written; what cannot be read is named with its line. The page has its turn all along.
 *
 * @throws the signal's reason when it is aborted, and nothing else
 */
export async function readStatement(bytes: Uint8Array, options: SlowReading): Promise<ReadStatement> {
  const breathe = breather();
  const steps = statementSteps(bytes, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    options.onShare(step.value);
    await breathe();
    options.signal.throwIfAborted();
  }
}

/** The same, a step at a time. Throws nothing. */
export function* statementSteps(bytes: Uint8Array, options: StatementOptions): Steps {
  try {
    return yield* readAny(bytes, options);
  } catch {
    // What the engine itself gives up on, as on words without end.
    return refuse('broken');
  }
}

function* readAny(bytes: Uint8Array, options: StatementOptions): Steps {
  if (bytes.length > MOST_STATEMENT_BYTES) return refuse('too-large');
  const text = decodeStatement(bytes);
  if (text === null) return refuse('not-text');
  const start = text.trimStart();
  if (start === '') return refuse('empty');
  const head = start.slice(0, 2000);
  if (/^OFXHEADER|^<\?OFX|<OFX[\s>]/i.test(head)) return yield* readOfx(text, options);
  if (/^!(?:type|account|option|clear)/i.test(head)) return yield* readQif(text, options);
  if (start.startsWith('<')) return yield* readCamt(text);
  return yield* readBankCsv(text, options);
}

const refuse = (problem: FileProblem): ReadStatement => ({ ok: false, problem, table: null });
