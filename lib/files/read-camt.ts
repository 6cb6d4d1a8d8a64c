import { add } from '@/lib/domain/money/arithmetic';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { negate } from '@/lib/domain/money/arithmetic';
import { isSameAmount } from '@/lib/domain/money/same-amount';
import type { Money } from '@/lib/domain/money/money';
import {
  clean,
  currencyIn,
  MOST_STATEMENT_LINES,
  statementAmount,
  type ReadStatement,
  type Statement,
  type StatementLine,
  type StatementProblem,
} from './statement';
import { statementDay } from './statement-day';
import { nodesAt, readXml, textAt, type XmlNode } from './xml-tree';

/**
 * Reads CAMT.053 (and .052 and .054, which are made alike) of every version from .02 on, whatever its namespace and
 * prefix. Amounts have no sign there; `CdtDbtInd` says which way they went. Only what is booked counts.
 *
 * A collected booking whose parts add up to it becomes its parts; else it stays one line that names them.
 */
export function readCamt(text: string): ReadStatement {
  const xml = readXml(text);
  if (!xml.ok) return { ...xml, table: null };
  const wholes = nodesAt(xml.root).flatMap((root) =>
    root.children.flatMap((message) => message.children.filter(({ name }) => /^(?:Stmt|Rpt|Ntfctn)$/.test(name))),
  );
  if (wholes.length === 0) return { ok: false, problem: 'unknown-format', table: null };
  const places = placesOf(text);
  const problems: StatementProblem[] = [];
  let nth = 0;
  let count = 0;
  const statements = wholes.map((whole): Statement => {
    const currency = currencyIn(textAt(whole, 'Acct', 'Ccy'));
    const lines: StatementLine[] = [];
    for (const entry of nodesAt(whole, 'Ntry')) {
      const read = readEntry(entry, places[nth] ?? 1, currency);
      nth += 1;
      count += Math.max(1, read.length);
      for (const each of read) {
        if ('reason' in each) problems.push(each);
        else lines.push(each);
      }
    }
    const number = textAt(whole, 'Acct', 'Id', 'IBAN') || textAt(whole, 'Acct', 'Id', 'Othr', 'Id');
    return { number: clean(number, 64), currency: currency ?? lines[0]?.amount.currency ?? null, lines };
  });
  if (count > MOST_STATEMENT_LINES) return { ok: false, problem: 'too-many-lines', table: null };
  return { ok: true, format: 'camt', statements, problems, needs: null, examples: [], table: null };
}

type Read = StatementLine | StatementProblem;

function readEntry(entry: XmlNode, line: number, account: CurrencyCode | null): readonly Read[] {
  const problem = (reason: StatementProblem['reason']): readonly StatementProblem[] => [
    { line, reason, text: clean([dayText(entry), textAt(entry, 'Amt'), wordsOf(entry)].join(' '), 200) },
  ];
  const status = textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts');
  if (status !== '' && status !== 'BOOK') return problem('not-booked');
  const amount = amountOf(entry, account);
  if (typeof amount === 'string') return problem(amount);
  const bookedOn = statementDay(dayText(entry), null);
  if (bookedOn === 'no-date' || bookedOn === 'ambiguous-date') return problem('no-date');
  const ref = textAt(entry, 'AcctSvcrRef') || textAt(entry, 'NtryRef');
  const parts = nodesAt(entry, 'NtryDtls', 'TxDtls');
  const whole = { line, bookedOn, amount };
  const split = splitOf(parts, amount, account);
  if (split === null) return [{ ...whole, bankId: clean(ref, 200) || null, ...describe(entry, parts, amount) }];
  const owns = split.map(({ part }) => textAt(part, 'Refs', 'AcctSvcrRef') || textAt(part, 'Refs', 'TxId'));
  return split.map((each, at) => {
    const own = owns[at] ?? '';
    // Some banks give every part the number of the whole: then it is counted, or equal parts would be taken for one.
    const isShared = own === '' || owns.indexOf(own) !== owns.lastIndexOf(own);
    const bankId = isShared && (own || ref) !== '' ? `${own || ref}/${at + 1}` : own;
    const words = describe(each.part, [each.part], each.amount);
    return { ...whole, amount: each.amount, bankId: clean(bankId, 200) || null, ...words };
  });
}

/** The amount with its sign, or what is wrong with it. */
function amountOf(node: XmlNode, account: CurrencyCode | null, direction = textAt(node, 'CdtDbtInd')) {
  const [told] = [...nodesAt(node, 'Amt'), ...nodesAt(node, 'AmtDtls', 'TxAmt', 'Amt')];
  if (told === undefined) return 'no-amount';
  const currency = currencyIn(told.attributes['Ccy'] ?? account ?? '');
  if (currency === null || (account !== null && account !== currency)) return 'other-currency';
  const amount = statementAmount(told.text, currency);
  if (typeof amount === 'string') return amount;
  if (direction !== 'CRDT' && direction !== 'DBIT') return 'no-direction';
  return direction === 'CRDT' ? amount : negate(amount);
}

interface Part {
  readonly part: XmlNode;
  readonly amount: Money;
}

/** The parts of a collected booking with their amounts; null: there is one, or they do not add up to the whole. */
function splitOf(parts: readonly XmlNode[], whole: Money, account: CurrencyCode | null): readonly Part[] | null {
  if (parts.length < 2) return null;
  const split: Part[] = [];
  let total: Money | null = null;
  for (const part of parts) {
    const direction = textAt(part, 'CdtDbtInd') || (whole.minor < 0 ? 'DBIT' : 'CRDT');
    const amount = amountOf(part, account, direction);
    if (typeof amount === 'string' || amount.currency !== whole.currency) return null;
    total = total === null ? amount : add(total, amount);
    split.push({ part, amount });
  }
  return isSameAmount(total, whole) ? split : null;
}

/** Who and what: of money that came in the one who paid, of money that went out the one who was paid. */
function describe(node: XmlNode, parts: readonly XmlNode[], amount: Money) {
  const side = amount.minor < 0 ? 'Cdtr' : 'Dbtr';
  const names = parts.map(
    (part) => textAt(part, 'RltdPties', side, 'Nm') || textAt(part, 'RltdPties', side, 'Pty', 'Nm'),
  );
  const [name = ''] = names.filter((each) => each !== '');
  const words = [...parts.map(remittanceOf), wordsOf(node)].filter((each) => each !== '');
  const text = clean([...new Set(words)].join(' · '), 500);
  return { payee: clean(name, 200) || text.slice(0, 200), text: name === '' ? '' : text };
}

function remittanceOf(part: XmlNode): string {
  const free = nodesAt(part, 'RmtInf', 'Ustrd').map(({ text }) => text);
  const refs = nodesAt(part, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref').map(({ text }) => text);
  return [...free, ...refs, textAt(part, 'AddtlTxInf')].filter((each) => each.trim() !== '').join(' ');
}

const wordsOf = (entry: XmlNode) => textAt(entry, 'AddtlNtryInf');

function dayText(entry: XmlNode): string {
  const told = (of: string) => textAt(entry, of, 'Dt') || textAt(entry, of, 'DtTm');
  return (told('BookgDt') || told('ValDt')).slice(0, 10);
}

/** On which line each entry begins. */
function placesOf(text: string): readonly number[] {
  const places: number[] = [];
  let line = 1;
  for (const [mark] of text.matchAll(/\n|<(?:[A-Za-z][\w.-]{0,40}:)?Ntry[\s>]/g)) {
    if (mark === '\n') line += 1;
    else places.push(line);
  }
  return places;
}
