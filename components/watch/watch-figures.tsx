import { HOUR_MS } from '@/lib/domain/time/instant';
import { formatSize } from '@/lib/domain/sizes/format-size';
import type { WatchRow } from '@/lib/queries/watch-row';
import { Age } from '../ui/age-text';
import { Explained, type Explanation } from '../ui/explained';
import { moneyText, percentText } from '../ui/format';
import { MoneyFigure, Unknown } from '../ui/money';
import { Pill } from '../ui/pill';
import { t } from '../ui/text';

interface RowProps {
  readonly row: WatchRow;
}

/** Watched prices are read once an hour unless told otherwise; twice that is old. */
const USE_BY_MS = 2 * HOUR_MS;

/** `Dunk Low Panda US 10`, as toasts and labels name it. */
export function wholeName(row: WatchRow): string {
  return `${nameOfWatched(row)} ${sizeOfWatched(row)}`;
}

export function nameOfWatched({ product, item }: WatchRow): string {
  return product?.name ?? item.catalogId;
}

/** `US 10`, or all of them with the one the figures are of. */
export function sizeOfWatched({ item, product, size }: WatchRow): string {
  const one =
    size === null || product === null
      ? item.usSize === null
        ? null
        : formatSize({ value: item.usSize, system: 'US' })
      : formatSize({ value: size.value, system: product.sizeSystem }, product.sizeRun);
  if (item.usSize !== null) return one ?? '';
  return one === null ? t('watch.all') : t('watch.allFrom', [one]);
}

function why({ readAt }: WatchRow): string {
  return readAt === null ? t('watch.neverRead') : t('selling.none');
}

function sourceOf(row: WatchRow): Explanation {
  const whole = row.item.usSize === null ? { note: t('watch.cheapest') } : {};
  return { source: t('watch.source'), at: row.readAt, ...whole };
}

export function WatchedFigure({ row, what }: RowProps & { readonly what: 'lowestAsk' | 'highestOffer' | 'lastSale' }) {
  return <MoneyFigure amount={row[what]} unknown={why(row)} explain={sourceOf(row)} inList />;
}

export function SpreadOf({ row }: RowProps) {
  const explain = { ...sourceOf(row), formula: t('watch.spreadFormula') };
  return <MoneyFigure amount={row.spread} unknown={t('watch.noSpread')} explain={explain} inList />;
}

/** How far the ask is above the target; in words where no heading says so. */
export function DistanceOf({ row, inWords = false }: RowProps & { readonly inWords?: boolean }) {
  const { distance, lowestAsk } = row;
  const target = row.item.targetPrice;
  if (target === null) return <Unknown why={t('watch.noTarget')} inList />;
  if (distance === null) return <Unknown why={row.lacksRate ? t('watch.noRate') : why(row)} inList />;
  const what: Explanation = {
    ...sourceOf(row),
    formula: t('watch.distanceFormula'),
    ...(distance > 0 ? { note: t('watch.aboveTarget', [percentText(distance)]) } : {}),
    inputs: [
      ...(lowestAsk === null ? [] : [[t('column.lowestAsk'), moneyText(lowestAsk)] as const]),
      [t('watch.target'), moneyText(target)],
    ],
  };
  return (
    <Explained what={what} inList>
      {distance <= 0 ? (
        <Pill tone="accent">{t('watch.reached')}</Pill>
      ) : (
        <span className="archvd-figure">
          {inWords ? t('watch.aboveShort', [percentText(distance)]) : percentText(distance)}
        </span>
      )}
    </Explained>
  );
}

export function AgeOf({ row: { readAt } }: RowProps) {
  return readAt === null ? <Unknown why={t('watch.neverRead')} inList /> : <Age at={readAt} useByMs={USE_BY_MS} />;
}
