import type { CurrencyCode } from '@/lib/domain/money/currency';
import { declaresEntities } from './declares-entities';
import { lineCounter } from './line-counter';
import {
  clean,
  currencyIn,
  MOST_STATEMENT_LINES,
  statementAmount,
  type Statement,
  type StatementLine,
  type StatementOptions,
  type StatementProblem,
  type Steps,
} from './statement';
import { statementDay } from './statement-day';
import { unescaped } from './unescaped';

type Facts = Map<string, string>;

interface Account {
  number: string;
  /** As the file writes it; empty: not said. */
  currency: string;
  readonly lines: StatementLine[];
}

interface Progress {
  readonly accounts: Account[];
  readonly problems: StatementProblem[];
  readonly told: CurrencyCode;
  record: { readonly line: number; readonly facts: Facts } | null;
  /** What an element without an end tag belongs to. */
  readonly inside: string[];
  count: number;
}

/** Elements that hold others, inside a booking: an account number in them is somebody else's. */
const PARTS = new Set(['BANKACCTTO', 'CCACCTTO', 'PAYEE', 'CURRENCY', 'ORIGCURRENCY']);

/** Tags between two steps. */
const STEP = 500;

/**
 * Reads OFX 1.x (SGML, where nothing needs an end tag), 2.x (XML) and QFX, of banks and of cards. Amounts are read as they
 * are written, not as numbers; days are those of the bank and are never shifted. In steps, for statements of many years.
 *
 * @example `<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20250310120000[0:GMT]<TRNAMT>211.60<FITID>1<NAME>STOCKX</STMTTRN>` is
 * 211.60 on 2025-03-10 from STOCKX
 */
export function* readOfx(text: string, { currency }: Pick<StatementOptions, 'currency'>): Steps {
  if (yield* declaresEntities(text)) return { ok: false, problem: 'entities', table: null };
  const progress: Progress = { accounts: [], problems: [], told: currency, record: null, inside: [], count: 0 };
  const lineOf = lineCounter(text);
  let tags = 0;
  // Each tag with the words after it; every part stops at the next `<`, so that broken files cost no more than whole ones.
  for (const match of text.matchAll(/<(\/?)([A-Za-z0-9_.]+)[^<>]*>([^<]*(?:<!\[CDATA\[[^\]<]*\]\]>[^<]*)*)/g)) {
    const [, end, name = '', words = ''] = match;
    step(progress, { isEnd: end === '/', name: name.toUpperCase(), words, line: lineOf(match.index) });
    if (progress.count > MOST_STATEMENT_LINES) return { ok: false, problem: 'too-many-lines', table: null };
    tags += 1;
    if (tags % STEP === 0) yield match.index / text.length;
  }
  close(progress);
  if (progress.accounts.length === 0) return { ok: false, problem: 'broken', table: null };
  const statements = progress.accounts.map((account): Statement => ({
    number: account.number,
    currency: currencyIn(account.currency),
    lines: account.lines,
  }));
  return { ok: true, format: 'ofx', statements, problems: progress.problems, needs: null, examples: [], table: null };
}

interface Tag {
  readonly isEnd: boolean;
  readonly name: string;
  readonly words: string;
  readonly line: number;
}

function step(progress: Progress, { isEnd, name, words, line }: Tag): void {
  if (name === 'STMTTRN') {
    close(progress);
    if (!isEnd) progress.record = { line, facts: new Map() };
    return;
  }
  if (name === 'BANKTRANLIST' || /^(?:CC|INV)?STMTRS$/.test(name)) {
    close(progress);
    if (!isEnd && name !== 'BANKTRANLIST') progress.accounts.push({ number: '', currency: '', lines: [] });
    return;
  }
  if (PARTS.has(name)) {
    if (isEnd) progress.inside.splice(progress.inside.lastIndexOf(name));
    else progress.inside.push(name);
    return;
  }
  const value = isEnd ? '' : clean(unescaped(words), 1000);
  if (value === '') return;
  if (progress.record !== null) keepFact(progress.record.facts, progress.inside.at(-1), name, value);
  else keepAccountFact(progress.accounts.at(-1), name, value);
}

function keepFact(facts: Facts, part: string | undefined, name: string, value: string): void {
  const key = part === undefined || part === 'PAYEE' ? name : `${part}.${name}`;
  if (!facts.has(key)) facts.set(key, value);
}

function keepAccountFact(account: Account | undefined, name: string, value: string): void {
  if (name === 'CURDEF' && account !== undefined) account.currency ||= value;
  if (name === 'ACCTID' && account !== undefined) account.number ||= value.slice(0, 64);
}

/** A booking ends where its end tag is, where the next begins, or with the list. */
function close(progress: Progress): void {
  const { record } = progress;
  if (record === null) return;
  progress.record = null;
  progress.inside.length = 0;
  progress.count += 1;
  if (progress.accounts.length === 0) progress.accounts.push({ number: '', currency: '', lines: [] });
  const account = progress.accounts.at(-1);
  if (account === undefined) return;
  const read = readRecord(record.facts, record.line, account, progress.told);
  if ('reason' in read) progress.problems.push(read);
  else account.lines.push(read);
}

function readRecord(
  facts: Facts,
  line: number,
  account: Account,
  told: CurrencyCode,
): StatementLine | StatementProblem {
  const fact = (name: string) => facts.get(name) ?? '';
  const [name, memo] = [clean(fact('NAME') || fact('EXTDNAME'), 200), clean(fact('MEMO'), 500)];
  const problem = (reason: StatementProblem['reason']): StatementProblem => ({
    line,
    reason,
    text: clean([fact('DTPOSTED'), fact('TRNAMT'), name, memo].filter(Boolean).join(' '), 200),
  });
  const currency = account.currency === '' ? told : currencyIn(account.currency);
  // `CURRENCY` says that the amount is in another than the account's; `ORIGCURRENCY` only what it was before.
  const other = fact('CURRENCY.CURSYM');
  if (currency === null || (other !== '' && currencyIn(other) !== currency)) return problem('other-currency');
  const bookedOn = statementDay(fact('DTPOSTED').slice(0, 8), null);
  if (bookedOn === 'no-date' || bookedOn === 'ambiguous-date') return problem('no-date');
  const amount = statementAmount(fact('TRNAMT'), currency);
  if (typeof amount === 'string') return problem(amount);
  const bankId = clean(fact('FITID'), 255) || null;
  return { line, bankId, bookedOn, amount, payee: name || memo.slice(0, 200), text: name === '' ? '' : memo };
}
