import { add, negate } from '@/lib/domain/money/arithmetic';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { Money } from '@/lib/domain/money/money';
import { isSameAmount } from '@/lib/domain/money/same-amount';
import { clean, currencyIn, statementAmount, type StatementLine, type StatementProblem } from './statement';
import { statementDay } from './statement-day';
import { nodesAt, textAt, type XmlNode } from './xml-tree';

/** Parts between two steps. */
const STEP = 100;

/**
 * The lines of one booking. A collected booking whose parts add up to it becomes its parts; else it stays one line that names
 * them. One of thousands of parts is read in steps; the share of them that is read is told.
 */
export function* readCamtEntry(
  entry: XmlNode,
  line: number,
  account: CurrencyCode | null,
): Generator<number, readonly (StatementLine | StatementProblem)[]> {
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
  const split = yield* splitOf(parts, amount, account);
  if (split === null) return [{ ...whole, bankId: clean(ref, 200) || null, ...describe(entry, parts, amount) }];
  const times = new Map<string, number>();
  for (const { own } of split) times.set(own, (times.get(own) ?? 0) + 1);
  const lines: StatementLine[] = [];
  for (const [at, each] of split.entries()) {
    const { own } = each;
    // Some banks give every part the number of the whole: then it is counted, or equal parts would be taken for one.
    const isShared = own === '' || (times.get(own) ?? 0) > 1;
    const bankId = isShared && (own || ref) !== '' ? `${own || ref}/${at + 1}` : own;
    const words = describe(each.part, [each.part], each.amount);
    lines.push({ ...whole, amount: each.amount, bankId: clean(bankId, 200) || null, ...words });
    if (at % STEP === 0) yield 0.5 + (at / split.length) * 0.5;
  }
  return lines;
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
  /** The bank's number of it; empty: none. */
  readonly own: string;
}

/** The parts of a collected booking with their amounts; null: there is one, or they do not add up to the whole. */
function* splitOf(
  parts: readonly XmlNode[],
  whole: Money,
  account: CurrencyCode | null,
): Generator<number, readonly Part[] | null> {
  if (parts.length < 2) return null;
  const split: Part[] = [];
  let total: Money | null = null;
  for (const part of parts) {
    const direction = textAt(part, 'CdtDbtInd') || (whole.minor < 0 ? 'DBIT' : 'CRDT');
    const amount = amountOf(part, account, direction);
    if (typeof amount === 'string' || amount.currency !== whole.currency) return null;
    total = total === null ? amount : add(total, amount);
    split.push({ part, amount, own: textAt(part, 'Refs', 'AcctSvcrRef') || textAt(part, 'Refs', 'TxId') });
    if (split.length % STEP === 0) yield (split.length / parts.length) * 0.5;
  }
  return isSameAmount(total, whole) ? split : null;
}

/** Who and what: of money that came in the one who paid, of money that went out the one who was paid. */
function describe(node: XmlNode, parts: readonly XmlNode[], amount: Money) {
  const name = nameIn(parts, amount.minor < 0 ? 'Cdtr' : 'Dbtr');
  const words = new Set<string>();
  let letters = 0;
  for (const told of wordsIn(node, parts)) {
    if (told === '' || words.has(told)) continue;
    words.add(told);
    // What would be cut off anyway is not even looked at: a booking may have thousands of parts.
    letters += clean(told, MOST_TEXT).length;
    if (letters >= MOST_TEXT) break;
  }
  const text = clean([...words].join(' · '), MOST_TEXT);
  return { payee: clean(name, 200) || text.slice(0, 200), text: name === '' ? '' : text };
}

const MOST_TEXT = 500;

function nameIn(parts: readonly XmlNode[], side: 'Cdtr' | 'Dbtr'): string {
  for (const part of parts) {
    const name = textAt(part, 'RltdPties', side, 'Nm') || textAt(part, 'RltdPties', side, 'Pty', 'Nm');
    if (name !== '') return name;
  }
  return '';
}

function* wordsIn(node: XmlNode, parts: readonly XmlNode[]): Generator<string> {
  for (const part of parts) yield remittanceOf(part);
  yield wordsOf(node);
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
