import { formatSize } from '@/lib/domain/sizes/format-size';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';
import styles from './add.module.css';
import type { PastedLine } from './parse-paste';

/** More lines than a person looks through one by one. */
const SHOWN = 200;

/** What each line of a list would become; those that cannot be added come first, with the reason. */
export function PastePreview({ lines }: { readonly lines: readonly PastedLine[] }) {
  const bad = lines.filter((line) => !line.ok);
  const sorted = [...bad, ...lines.filter((line) => line.ok)];
  return (
    <section aria-label={t('pasteList.preview')}>
      {bad.length === 0 ? null : (
        <p role="status" className={styles['problem']}>
          {t('pasteList.left', bad.length, [String(bad.length)])}
        </p>
      )}
      <table className={styles['preview']}>
        <thead>
          <tr>
            <th scope="col">{t('pasteList.line')}</th>
            <th scope="col">{t('column.pair')}</th>
            <th scope="col">{t('column.size')}</th>
            <th scope="col">{t('column.cost')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, SHOWN).map((line) => (
            <PreviewRow key={line.line} line={line} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function PreviewRow({ line }: { readonly line: PastedLine }) {
  if (!line.ok) {
    return (
      <tr data-bad>
        <td>{line.line}</td>
        <td colSpan={3}>
          <code>{line.text}</code>
          <div className={styles['problem']}>{line.problem}</div>
        </td>
      </tr>
    );
  }
  return (
    <tr>
      <td>{line.line}</td>
      <td>
        {line.product?.name ?? line.styleCode}
        <div className={styles['quiet']}>{line.product === null ? t('pasteList.unknown') : line.styleCode}</div>
      </td>
      <td className="archvd-figure">{formatSize(line.size, line.product?.sizeRun ?? null)}</td>
      <td className="archvd-figure">{line.cost === null ? t('pasteList.noCost') : moneyText(line.cost)}</td>
    </tr>
  );
}
