import { Button } from '@mantine/core';
import { formatSize } from '@/lib/domain/sizes/format-size';
import { productsOfCode, type SearchLine, type WatchSearch } from '@/lib/queries/watch-searches';
import { useLive } from '../../bridge/use-live';
import { t } from '../../ui/text';
import { change } from '../watch-commands';
import { outcomeText } from './many-words';
import styles from './many.module.css';

/** More lines than a person looks through one by one; what wants a choice or failed stands first. */
const SHOWN = 300;
const ORDER: readonly SearchLine['state'][] = ['several', 'failed', 'not-found', 'cancelled', 'waiting', 'found'];

/** Each line that was searched for, and what came of it. */
export function SearchLines({ search }: { readonly search: WatchSearch }) {
  const lines = search.lines.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state)).slice(0, SHOWN);
  return (
    <table className={styles['preview']}>
      <thead>
        <tr>
          <th scope="col">{t('watchMany.line')}</th>
          <th scope="col">{t('column.size')}</th>
          <th scope="col">{t('watchMany.state')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td>
              {line.styleCode}
              <div className={styles['quiet']}>
                <code>{line.text}</code>
              </div>
            </td>
            <td className="archvd-figure">
              {line.usSize === null ? t('watch.everySize') : formatSize({ value: line.usSize, system: 'US' })}
            </td>
            <td>{line.state === 'several' ? <Choose line={line} /> : outcomeText(line)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The catalogue has the code more than once: a person says which. */
function Choose({ line }: { readonly line: SearchLine }) {
  const products = useLive((books) => productsOfCode(books, line.styleCode), [line.styleCode]).value ?? [];
  return (
    <div role="group" aria-label={t('watchMany.choose', [line.styleCode])} className={styles['choices']}>
      {products.map(({ catalogId, name, colorway }) => (
        <Button
          key={catalogId}
          variant="default"
          size="compact-sm"
          title={colorway}
          onClick={() => void change('watch/choose', { requestId: line.id, catalogId }, t('watchMany.chosen', [name]))}
        >
          {name}
        </Button>
      ))}
    </div>
  );
}
