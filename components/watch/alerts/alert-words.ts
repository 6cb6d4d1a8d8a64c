import type { AlertKind, AlertOptions, AlertTrigger } from '@/lib/domain/alerts/alert';
import type { AlertTemplateId } from '@/lib/domain/alerts/templates';
import { MINUTE_MS } from '@/lib/domain/time/instant';
import type { AlertStanding } from '@/lib/queries/alert-standing';
import { ageText } from '../../ui/age-text';
import { countText, moneyText, percentText, whenText } from '../../ui/format';
import { t } from '../../ui/text';

/** Whether it can still ring. */
export function isLive({ kind }: AlertStanding): boolean {
  return kind !== 'off' && kind !== 'expired' && kind !== 'done';
}

/** How an alert stands, in words. */
export function standingText(standing: AlertStanding, now: number): string {
  switch (standing.kind) {
    case 'off':
      return t('watchAlert.stateOff');
    case 'expired':
      return t('watchAlert.stateExpired', [whenText(standing.at, now)]);
    case 'snoozed':
      return t('watchAlert.stateSnoozed', [whenText(standing.until, now)]);
    case 'done':
      return t('watchAlert.stateDone', [whenText(standing.rangAt, now)]);
    case 'rang':
      return t('watchAlert.stateRang', [whenText(standing.rangAt, now)]);
    case 'resting':
      return t('watchAlert.stateResting', [whenText(standing.rangAt, now), whenText(standing.rearmsAt, now)]);
    case 'confirming':
      return t('watchAlert.stateConfirming');
    case 'armed':
      return standing.lookedAt === null ? t('watchAlert.stateArmedNever') : t('watchAlert.stateArmed');
  }
}

const SHORT: Record<AlertStanding['kind'], () => string> = {
  off: () => t('watchAlert.stateOff'),
  expired: () => t('watchAlert.shortExpired'),
  snoozed: () => t('watchAlert.shortSnoozed'),
  done: () => t('watchAlert.shortRang'),
  rang: () => t('watchAlert.shortRang'),
  resting: () => t('watchAlert.shortRang'),
  confirming: () => t('watchAlert.shortConfirming'),
  armed: () => t('watchAlert.stateArmed'),
};

/** How an alert stands, in a word or two: `rang`. */
export function shortStandingText({ kind }: AlertStanding): string {
  return SHORT[kind]();
}

/** What it waits for, as a part of a sentence: `the lowest ask is at or below $98`. */
export function triggerText(trigger: AlertTrigger): string {
  switch (trigger.kind) {
    case 'ask-at-or-below':
      return t('watchAlert.saysAsk', [moneyText(trigger.price)]);
    case 'net-at-or-above':
      return t('watchAlert.saysNet', [moneyText(trigger.profit, { sign: 'always' })]);
    case 'roi-at-or-above':
      return t('watchAlert.saysRoi', [share(trigger.basisPoints)]);
    case 'drop':
      return t('watchAlert.saysDrop', [share(trigger.basisPoints), countText(trigger.hours)]);
    case 'under-median':
      return t('watchAlert.saysMedian', [share(trigger.basisPoints)]);
    case 'offer-at-or-above':
      return t('watchAlert.saysOffer', [moneyText(trigger.price)]);
    case 'sales-per-week-above':
      return t('watchAlert.saysPerWeek', [countText(trigger.count)]);
    case 'few-sizes-left':
      return t('watchAlert.saysSizes', [countText(trigger.count)]);
    case 'sold-at-or-below':
      return t('watchAlert.saysSold', [moneyText(trigger.price)]);
    case 'release-tomorrow':
      return t('watchAlert.saysRelease');
  }
}

/** All of what it will do, as a person would say it. */
export function alertText(trigger: AlertTrigger, { confirm, rearmMinutes }: AlertOptions): string {
  const again =
    rearmMinutes === null
      ? t('watchAlert.saysOnce')
      : rearmMinutes === 0
        ? t('watchAlert.saysAgain')
        : t('watchAlert.saysAgainAfter', [ageText(rearmMinutes * MINUTE_MS)]);
  return [t('watchAlert.says', [triggerText(trigger)]), ...(confirm ? [t('watchAlert.saysConfirm')] : []), again].join(
    ' ',
  );
}

/** `1500` is `15 %`; half a per cent keeps its digit. */
function share(basisPoints: number): string {
  return basisPoints % 100 === 0 ? percentText(basisPoints / 10_000) : `${(basisPoints / 100).toFixed(1)} %`;
}

export const ALERT_KINDS: readonly AlertKind[] = [
  'ask-at-or-below',
  'drop',
  'under-median',
  'net-at-or-above',
  'roi-at-or-above',
  'sold-at-or-below',
  'offer-at-or-above',
  'sales-per-week-above',
  'few-sizes-left',
  'release-tomorrow',
];

const KINDS: Record<AlertKind, () => string> = {
  'ask-at-or-below': () => t('watchAlert.kinds.ask'),
  'net-at-or-above': () => t('watchAlert.kinds.net'),
  'roi-at-or-above': () => t('watchAlert.kinds.roi'),
  drop: () => t('watchAlert.kinds.drop'),
  'under-median': () => t('watchAlert.kinds.median'),
  'offer-at-or-above': () => t('watchAlert.kinds.offer'),
  'sales-per-week-above': () => t('watchAlert.kinds.perWeek'),
  'few-sizes-left': () => t('watchAlert.kinds.sizes'),
  'sold-at-or-below': () => t('watchAlert.kinds.sold'),
  'release-tomorrow': () => t('watchAlert.kinds.release'),
};

export function kindText(kind: AlertKind): string {
  return KINDS[kind]();
}

const TEMPLATES: Record<AlertTemplateId, () => string> = {
  'good-buy': () => t('watchAlert.templates.goodBuy'),
  'my-price': () => t('watchAlert.templates.myPrice'),
  'flash-drop': () => t('watchAlert.templates.flashDrop'),
  'under-usual': () => t('watchAlert.templates.underUsual'),
  offer: () => t('watchAlert.templates.offer'),
  'running-out': () => t('watchAlert.templates.runningOut'),
  'release-day': () => t('watchAlert.templates.releaseDay'),
};

export function templateText(id: AlertTemplateId): string {
  return TEMPLATES[id]();
}
