import type { ReleaseResale } from '@/lib/queries/release-resale';
import type { ReleaseEntryRow } from '@/lib/queries/releases';
import { DAY_MS } from '@/lib/domain/time/instant';
import type { FileProblem, ReleaseProblem } from '@/lib/files/release-entry';
import { calendarDayText, countText, moneyText } from '../ui/format';
import { t } from '../ui/text';

const days = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
const times = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** `Sat 5 Dec`, with its year when that is not this one; a day is never shifted by a zone. */
export function releaseDay(date: string, today: string): string {
  const at = Date.parse(`${date}T12:00:00Z`);
  return date.slice(0, 4) === today.slice(0, 4) ? days.format(at).replace(',', '') : calendarDayText(date);
}

/** `today`, `tomorrow`, `in 12 days`, `5 days ago`. */
export function daysUntil(date: string, today: string): string {
  const count = Math.round((Date.parse(date) - Date.parse(today)) / DAY_MS);
  if (count === 0) return t('releases.today');
  if (count === 1) return t('releases.tomorrow');
  return count > 0
    ? t('releases.inDays', count, [countText(count)])
    : t('releases.daysAgo', -count, [countText(-count)]);
}

export function timeOfRelease({ release }: ReleaseEntryRow): string | null {
  return release.at === null ? null : times.format(release.at);
}

const SOURCES: Readonly<Record<ReleaseEntryRow['release']['source'], () => string>> = {
  catalogue: () => t('releases.fromCatalogue'),
  import: () => t('releases.fromImport'),
  page: () => t('releases.fromPage'),
  own: () => t('releases.fromYou'),
};

export function sourceText({ release }: ReleaseEntryRow): string {
  return SOURCES[release.source]();
}

/** What an expected resale rests on, in a sentence. */
export function basisText({ expected, retailPrice }: ReleaseResale): string {
  if (expected.kind === 'unknown')
    return expected.reason === 'no-retail' ? t('releases.noRetail') : t('releases.notEnough');
  if (expected.kind !== 'similar') {
    const { kind, sizes } = expected;
    const count = [countText(sizes)] as const;
    return kind === 'own-sales' ? t('releases.byOwnSales', sizes, count) : t('releases.byOwnAsks', sizes, count);
  }
  const multiple = (expected.multipleBasisPoints / 10_000).toFixed(2);
  const retail = retailPrice === null ? '' : moneyText(retailPrice);
  return t('releases.bySimilar', [countText(expected.pairs), multiple, retail]);
}

const GAPS: Readonly<Record<string, () => string>> = {
  'fx-rate': () => t('releases.needsRate'),
  'retail-price': () => t('releases.needsRetail'),
};

export function gapText(missing: readonly string[]): string {
  return (GAPS[missing[0] ?? ''] ?? (() => t('releases.needsFees')))();
}

const FILE_PROBLEMS: Readonly<Record<FileProblem, () => string>> = {
  empty: () => t('releases.fileEmpty'),
  'too-large': () => t('releases.fileLarge'),
  'not-text': () => t('releases.fileNotText'),
  'unknown-format': () => t('releases.fileUnknown'),
  broken: () => t('releases.fileBroken'),
  'no-columns': () => t('releases.fileColumns'),
  'too-many': () => t('releases.fileMany'),
};

/** Why nothing of a file can be read; nothing was changed. */
export function fileProblemText(problem: FileProblem): string {
  return FILE_PROBLEMS[problem]();
}

const LINE_PROBLEMS: Readonly<Record<ReleaseProblem['reason'], () => string>> = {
  'no-name': () => t('releases.lineName'),
  'no-date': () => t('releases.lineDate'),
  'ambiguous-date': () => t('releases.lineAmbiguous'),
  recurring: () => t('releases.lineRecurring'),
  broken: () => t('releases.lineBroken'),
  twice: () => t('releases.lineTwice'),
};

export function lineProblemText({ reason }: ReleaseProblem): string {
  return LINE_PROBLEMS[reason]();
}
