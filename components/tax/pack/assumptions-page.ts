import { rulesOf } from '@/lib/domain/tax/rules/all-rules';
import { ruleText } from '../../bridge/tax-rule-words';
import type { PackData } from '@/lib/queries/tax-pack';
import { countText } from '../../ui/format';
import { t } from '../../ui/text';
import { assumptionTexts } from '../assumption-texts';
import { countryText } from '../country-words';
import { taxPeriodText } from '../period-select';
import { certaintyText, leftReasonText, reportKindText, ruleSourceText } from '../tax-words';

/** A file of the pack and the digest of what is in it. */
export interface Digested {
  readonly name: string;
  readonly digest: string;
}

/**
 * The page that says what the figures rest on: settings, rules with their sources, what is missing, and a digest of every
 * other file, so that anybody sees whether one was changed. It has no time of its own: the same books give the same page.
 */
export function assumptionsPage(
  { reading, year, reports }: PackData,
  files: readonly Digested[],
  basis: string,
): string {
  const { profile } = reading;
  const rules = profile.country === null ? [] : rulesOf(profile.country);
  const missing = reports.flatMap(({ kind, period, left }) => {
    const reasons = [...new Set(left.map(({ reason }) => reason))].toSorted();
    return reasons.map((reason) => {
      const count = left.filter((row) => row.reason === reason).length;
      return `${reportKindText(kind)}, ${taxPeriodText(period)}: ${leftReasonText(reason)} (${countText(count)})`;
    });
  });
  const title = `${t('tax.packFileAssumptions')}, ${taxPeriodText(year)}`;
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>',
    escaped(title),
    '</title><style>body{font:14px/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}',
    'td{padding:2px 12px 2px 0;vertical-align:top}code{font-size:11px;word-break:break-all}</style></head><body>',
    `<h1>${escaped(title)}</h1>`,
    `<p><strong>${escaped(t('tax.noAdvice'))}</strong></p>`,
    `<h2>${escaped(t('tax.tabSetup'))}</h2>`,
    table(settingsOf(reading, basis)),
    `<h2>${escaped(t('tax.assumptions'))}</h2>`,
    list(assumptionTexts(profile)),
    `<h2>${escaped(t('tax.tabRules'))}</h2>`,
    list(rules.map((rule) => `${ruleText(rule.id)}. ${ruleSourceText(rule)} ${certaintyText(rule.certainty)}`)),
    `<h2>${escaped(t('tax.leftText'))}</h2>`,
    missing.length === 0 ? '<p>-</p>' : list(missing),
    '<h2>SHA-256</h2>',
    `<table>${files.map(({ name, digest }) => `<tr><td>${escaped(name)}</td><td><code>${digest}</code></td></tr>`).join('')}</table>`,
    '</body></html>\n',
  ].join('');
}

function settingsOf({ profile, settled }: PackData['reading'], basis: string): readonly (readonly [string, string])[] {
  return [
    [t('tax.country'), profile.country === null ? '-' : countryText(profile.country)],
    [t('tax.registered'), profile.registered ? (profile.registeredOn ?? 'yes') : 'no'],
    [t('tax.worn'), profile.scheme],
    [t('tax.unused'), profile.unused],
    [t('tax.yearStart'), `${profile.yearStart.day}/${profile.yearStart.month}`],
    [t('tax.period'), profile.period === 'month' ? 'month' : `quarter ${profile.quarterEnds}`],
    [
      t('tax.ownRate'),
      profile.rates.map(({ from, basisPoints }) => `${basisPoints / 100} % (${from})`).join(', ') || '-',
    ],
    [t('tax.amount'), settled.currency],
    [t('tax.packFilePnl'), basis],
  ];
}

function table(rows: readonly (readonly [string, string])[]): string {
  return `<table>${rows.map(([name, value]) => `<tr><td>${escaped(name)}</td><td>${escaped(value)}</td></tr>`).join('')}</table>`;
}

function list(texts: readonly string[]): string {
  return `<ul>${texts.map((text) => `<li>${escaped(text)}</li>`).join('')}</ul>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
