import type { Decision } from '@/lib/domain/repricing/decision';
import type { Money } from '@/lib/domain/money/money';
import { formatSize } from '@/lib/domain/sizes/format-size';
import type { Instant } from '@/lib/domain/time/instant';
import type { NamedListing } from '@/lib/queries/listing-names';
import type { RunChange } from '@/lib/queries/run-view';
import { FactLines, type FactLine } from '../ui/fact-lines';
import { exactTimeText, moneyText } from '../ui/format';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import { changeText, holdAdvice, holdText } from './decision-words';
import styles from './decision-detail.module.css';
import { TrailList } from './trail-list';

export interface DecisionDetailProps {
  readonly row: RunChange['row'];
  readonly named: NamedListing | null;
  /** Name of the rule; null: it is gone, or none decided. */
  readonly ruleName: string | null;
  /** What else is known of it, such as what came of its write. */
  readonly more?: readonly FactLine[];
}

/** A decision in full: what it saw, what it made of it line by line, and what a person can do. */
export function DecisionDetail({ row, named, ruleName, more = [] }: DecisionDetailProps) {
  const { decision, from, seen, at } = row;
  const advice = decision.kind === 'hold' ? holdAdvice(decision.reason) : null;
  return (
    <div className={styles['detail']}>
      <p className={styles['name']}>{factsOf(named)}</p>
      <p className={styles['result']}>
        <b className="archvd-figure">{resultText(from, decision)}</b>
        <span>{decision.kind === 'change' ? changeText(decision.reason) : holdText(decision.reason)}</span>
      </p>
      {advice === null ? null : (
        <p className={styles['advice']}>
          {advice.text} {advice.way === null ? null : <a href={advice.way.href}>{advice.way.text}</a>}
        </p>
      )}
      <FactLines
        lines={[
          [t('runs.when'), exactTimeText(at)],
          [t('runs.decidedBy'), ruleName ?? t('trail.none')],
          [t('runs.floor'), floorText(decision)],
          [t('runs.ceiling'), amountText(decision.ceiling)],
          ...more,
        ]}
      />
      <h3>{t('trail.seen')}</h3>
      <FactLines
        lines={[
          [t('trail.lowestAsk'), amountText(seen.lowestAsk)],
          [t('trail.highestOffer'), amountText(seen.highestOffer)],
          [t('trail.lastSale'), amountText(seen.lastSale)],
          [t('trail.readAt'), timeText(seen.readAt)],
        ]}
      />
      <h3>{t('trail.title')}</h3>
      <TrailList trail={decision.trail} ground={{ currency: from.currency, ruleName }} />
      {named === null ? null : <p className={styles['ways']}>{waysOf(named)}</p>}
    </div>
  );
}

function factsOf(named: NamedListing | null): string {
  return named === null ? t('runs.goneListing') : `${formatSize(named.size, named.run)} · ${named.code}`;
}

function resultText(from: Money, decision: Decision): string {
  return decision.kind === 'change'
    ? t('runs.arrow', [moneyText(from), moneyText(decision.to)])
    : t('runs.staysAt', [moneyText(from)]);
}

function floorText({ floor }: Decision): string {
  const known = 'kind' in floor ? (floor.kind === 'known' ? floor.floor : null) : floor;
  return amountText(known);
}

function amountText(amount: Money | null): string {
  return amount === null ? t('trail.none') : moneyText(amount);
}

function timeText(at: Instant | null): string {
  return at === null ? t('trail.unknown') : exactTimeText(at);
}

function waysOf({ pair, listing }: NamedListing) {
  return (
    <>
      {pair === null ? null : <a href={routeHref({ screen: 'selling', pair: pair.id })}>{t('runs.openPair')}</a>}
      <a href={routeHref({ screen: 'market', product: listing.catalogId })}>{t('runs.openProduct')}</a>
    </>
  );
}
