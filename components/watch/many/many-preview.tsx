import { styleCodeKey } from '@/lib/domain/catalog/style-code';
import { formatSize } from '@/lib/domain/sizes/format-size';
import type { WatchEntry } from '@/lib/files/watch-entry';
import { watchedAlready, type Already } from '@/lib/queries/watched-already';
import { useLive } from '../../bridge/use-live';
import { countText, moneyText } from '../../ui/format';
import { t } from '../../ui/text';
import { problemText } from './many-words';
import styles from './many.module.css';

/** More lines than a person looks through one by one. */
const SHOWN = 200;

interface ManyPreviewProps {
  readonly entries: readonly WatchEntry[];
  readonly left: number;
  readonly listId: string | null;
}

type Good = Extract<WatchEntry, { ok: true }>;

/** What each line would become; those that cannot be watched come first, with the reason. */
export function ManyPreview({ entries, left, listId }: ManyPreviewProps) {
  const bad = entries.filter((entry) => !entry.ok);
  const good = entries.flatMap((entry) => (entry.ok ? [entry] : []));
  const codes = [...new Set(good.map(({ styleCode }) => styleCode))];
  const already = useLive((books) => watchedAlready(books, codes, listId), [codes.join(','), listId]).value;
  const sorted: readonly WatchEntry[] = [...bad, ...good];
  return (
    <section aria-label={t('watchMany.preview')}>
      <p role="status" className={styles['summary']}>
        <strong>{t('watchMany.good', good.length, [countText(good.length)])}</strong>
        {bad.length === 0 ? null : (
          <span className={styles['problem']}>{t('watchMany.bad', bad.length, [countText(bad.length)])}</span>
        )}
        {left === 0 ? null : <span className={styles['problem']}>{t('watchMany.left', left, [countText(left)])}</span>}
      </p>
      <table className={styles['preview']}>
        <thead>
          <tr>
            <th scope="col">{t('watchMany.line')}</th>
            <th scope="col">{t('column.pair')}</th>
            <th scope="col">{t('column.size')}</th>
            <th scope="col">{t('watchMany.target')}</th>
            <th scope="col">{t('watchMany.state')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, SHOWN).map((entry) =>
            entry.ok ? (
              <GoodRow key={`${entry.styleCode}|${entry.usSize}`} entry={entry} already={already} />
            ) : (
              <tr key={`${entry.line}|${entry.text}|${entry.problem.reason}|${entry.problem.text}`} data-bad>
                <td>{entry.line}</td>
                <td colSpan={4}>
                  <code>{entry.text}</code>
                  <div className={styles['problem']}>{problemText(entry.problem)}</div>
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      {sorted.length <= SHOWN ? null : (
        <p className={styles['quiet']}>{t('watchMany.shownFirst', [countText(SHOWN)])}</p>
      )}
    </section>
  );
}

function GoodRow({ entry, already }: { readonly entry: Good; readonly already: Already | null }) {
  const { line, styleCode, usSize, targetPrice, note } = entry;
  const product = already?.products.get(styleCodeKey(styleCode));
  const size =
    usSize === null ? t('watch.everySize') : formatSize({ value: usSize, system: 'US' }, product?.sizeRun ?? null);
  return (
    <tr>
      <td>{line}</td>
      <td>
        {product?.name ?? styleCode}
        <div className={styles['quiet']}>
          {[product === undefined ? '' : styleCode, note].filter(Boolean).join(' · ')}
        </div>
      </td>
      <td className="archvd-figure">{size}</td>
      <td className="archvd-figure">{targetPrice === null ? '-' : moneyText(targetPrice)}</td>
      <td className={styles['quiet']}>{already === null ? '' : stateOf(entry, already)}</td>
    </tr>
  );
}

function stateOf({ styleCode, usSize }: Good, { products, watched }: Already): string {
  const product = products.get(styleCodeKey(styleCode));
  if (product === undefined) return t('watchMany.search');
  const isMade =
    usSize === null ||
    product.allowedSizes.length === 0 ||
    product.allowedSizes.some((size) => size.usValue === usSize);
  if (!isMade) return t('watchMany.noSuchSize');
  return watched.has(`${product.catalogId}|${usSize}`) ? t('watchMany.watched') : t('watchMany.known');
}
