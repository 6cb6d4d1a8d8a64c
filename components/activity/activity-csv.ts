import type { Money } from '@/lib/domain/money/money';
import type { Decision } from '@/lib/domain/repricing/decision';
import { formatMoney } from '@/lib/domain/money/format-money';
import { formatSize } from '@/lib/domain/sizes/format-size';
import type { ActivityEntry, ActivityHold, ActivityLog } from '@/lib/queries/activity-log';
import type { NamedListing } from '@/lib/queries/listing-names';
import { csvText, type CsvCell } from '@/lib/files/csv-text';

/** The columns of the file: names that stay, for whoever reads it with a program. */
const HEAD = [
  'time',
  'kind',
  'what',
  'listing',
  'product',
  'style_code',
  'size',
  'rule',
  'run',
  'from',
  'to',
  'currency',
  'reason',
  'floor',
  'ceiling',
  'lowest_ask',
  'highest_offer',
  'last_sale',
  'market_read_at',
  'state',
  'problem',
] as const;

type Column = (typeof HEAD)[number];

type Line = Partial<Record<Column, CsvCell>>;

/** What is on the screen as a file: every decision and every write a line of its own, also the holds of a group. */
export function activityCsv({ entries, rules }: ActivityLog): string {
  const lines = entries.flatMap((entry) => linesOf(entry, rules));
  return csvText(
    HEAD,
    lines.map((line) => HEAD.map((column) => line[column] ?? null)),
  );
}

function linesOf(entry: ActivityEntry, rules: ActivityLog['rules']): readonly Line[] {
  const base = { time: iso(entry.at) };
  switch (entry.kind) {
    case 'runs': {
      const { id, mode, stopped, changes, holds } = entry.run;
      return [{ ...base, kind: 'run', what: `${mode}: ${changes} changes, ${holds} holds`, run: id, problem: stopped }];
    }
    case 'changes':
      return [{ ...decisionLine(entry, rules), ...writeCells(entry.write) }];
    case 'holds':
      return entry.rows.map((hold) => decisionLine(hold, rules));
    case 'writes':
      return [
        {
          ...base,
          kind: 'write',
          what: entry.write.kind,
          ...nameCells(entry.named, entry.write.entityId),
          ...priceCells(entry.write.write),
          ...writeCells(entry.write),
        },
      ];
    case 'switch':
      return [{ ...base, kind: 'switch', what: entry.row.summary }];
  }
}

function decisionLine({ row, named }: ActivityHold, rules: ActivityLog['rules']): Line {
  const { decision, seen, from } = row;
  return {
    time: iso(row.at),
    kind: decision.kind,
    what: 'decision',
    ...nameCells(named, row.listingId),
    rule: row.ruleId === null ? null : (rules.get(row.ruleId) ?? row.ruleId),
    run: row.runId,
    from: amount(from),
    to: decision.kind === 'change' ? amount(decision.to) : null,
    currency: from.currency,
    reason: decision.reason,
    floor: amount(floorOf(decision)),
    ceiling: amount(decision.ceiling),
    lowest_ask: amount(seen.lowestAsk),
    highest_offer: amount(seen.highestOffer),
    last_sale: amount(seen.lastSale),
    market_read_at: seen.readAt === null ? null : iso(seen.readAt),
  };
}

function floorOf({ floor }: Decision): Money | null {
  if (!('kind' in floor)) return floor;
  return floor.kind === 'known' ? floor.floor : null;
}

function nameCells(named: NamedListing | null, id: string): Line {
  if (named === null) return { listing: id };
  const { listing, name, code, size, run } = named;
  return { listing: listing.externalId, product: name, style_code: code, size: formatSize(size, run) };
}

type Write = Extract<ActivityEntry, { kind: 'writes' }>['write'];

function priceCells(write: Write['write']): Line {
  return write.kind === 'listing/price'
    ? { from: amount(write.from), to: amount(write.to), currency: write.from.currency }
    : {};
}

function writeCells(write: Write | null): Line {
  if (write === null) return {};
  const { problem } = write;
  const said = problem === null ? null : [problem.code, problem.message].filter((part) => part !== '').join(': ');
  return { state: write.state, problem: said, run: write.runId };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

/** A bare number with the currency's decimals: `97.00`. */
function amount(of: Money | null): CsvCell {
  if (of === null) return null;
  return {
    number: formatMoney(of)
      .replaceAll('\u2212', '-')
      .replaceAll(/[^\d.-]/g, ''),
  };
}
