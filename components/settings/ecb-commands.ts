import type { EcbDay } from '@/lib/domain/fx/ecb';
import { digestOf } from '@/lib/files/digest-of';
import type { ReadEcb } from '@/lib/files/read-ecb';
import { ask } from '../bridge/ask';
import { offerUndo } from '../bridge/offer-undo';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import { toast, toastProblem } from '../ui/toast';

const PROBLEMS: Readonly<Record<Extract<ReadEcb, { ok: false }>['problem'], () => string>> = {
  'too-large': () => t('rates.fileTooLarge'),
  'not-text': () => t('rates.fileUnknown'),
  'unknown-format': () => t('rates.fileUnknown'),
  broken: () => t('rates.fileBroken'),
};

/** Most days one message carries: the ECB's whole history has fewer. */
const MOST_DAYS = 12_000;
const MOST_BYTES = 10_000_000;

/** Reads a file of the ECB on this page and keeps what the books need of it. */
export async function importRates(file: File): Promise<void> {
  if (file.size > MOST_BYTES) return toastProblem(PROBLEMS['too-large']());
  const { readEcb } = await import('@/lib/files/read-ecb');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = await readEcb(bytes);
  if (!read.ok) return toastProblem(PROBLEMS[read.problem]());
  const days = read.days.slice(0, MOST_DAYS).map(toSent);
  if (days.length === 0) return toastProblem(t('rates.fileUnknown'));
  const told = { fileName: file.name.slice(0, 300), digest: await digestOf(bytes) };
  const asked = await ask('fx/keep-ecb', { days, file: told });
  if (!asked.ok) toastProblem(asked.message);
  else if (asked.value.ok) toast(`${keptText(asked.value)} ${t('rates.takeBackHint')}`);
}

const toSent = ({ day, rates }: EcbDay) => ({ day, rates: { ...rates } as Record<string, number> });

export async function fetchRates(days: 'today' | '90'): Promise<void> {
  const asked = await ask('fx/fetch-ecb', { days });
  if (!asked.ok) toastProblem(asked.message);
  else if (asked.value.ok) toast(keptText(asked.value));
}

interface Kept {
  readonly days: number;
  readonly missing: readonly string[];
}

function keptText({ days, missing }: Kept): string {
  const kept = t('rates.kept', days, [countText(days)]);
  return missing.length === 0 ? kept : `${kept} ${t('rates.missing', [missing.join(', ')])}`;
}

export async function fillInRates(): Promise<void> {
  const asked = await ask('fx/fill-in', {});
  if (!asked.ok) return toastProblem(asked.message);
  if (!asked.value.ok) return;
  const { sales, expenses, left, undoId } = asked.value;
  const filled = t('rates.filledIn', [countText(sales), countText(expenses)]);
  offerUndo(left === 0 ? filled : `${filled} ${t('rates.filledLeft', left, [countText(left)])}`, undoId);
}
