import { useState } from 'react';
import { pageSizeText } from '@/lib/messaging/look-words';
import type { KnownPage, PageSizeLook } from '@/lib/queries/page-look-up';
import { countText, moneyText } from '../ui/format';
import { MoneyFigure, ProfitFigure } from '../ui/money';
import { t } from '../ui/text';
import { explainNet, explainProfit } from './page-explain';
import { whyText } from './page-words';
import styles from './page.module.css';

interface SizesProps {
  readonly found: KnownPage;
  readonly chosen: string | null;
  /** Without a size there is nothing else to show yet. */
  readonly isOpen: boolean;
  readonly onPick: (label: string) => void;
}

/** Every size of the page with what it would bring. */
export function PageSizes({ found, chosen, isOpen, onPick }: SizesProps) {
  const [wants, setWants] = useState<boolean | null>(null);
  const open = wants ?? isOpen;
  if (found.sizes.length < 2) return null;
  return (
    <details
      className={styles['all']}
      open={open}
      onToggle={(event) => event.currentTarget.open !== open && setWants(event.currentTarget.open)}
    >
      <summary>{t('card.allSizes')}</summary>
      {open ? (
        <table aria-label={t('card.tableName')}>
          <thead>
            <tr>
              <th scope="col">{t('card.columnSize')}</th>
              <th scope="col">{t('card.columnHere')}</th>
              <th scope="col" title={t('card.netHere')}>
                {t('card.columnNet')}
              </th>
              <th scope="col">{t('card.columnProfit')}</th>
              <th scope="col">{t('card.columnOwn')}</th>
            </tr>
          </thead>
          <tbody>
            {found.sizes.map((size) => (
              <SizeLine key={size.label} size={size} found={found} isChosen={size.label === chosen} onPick={onPick} />
            ))}
          </tbody>
        </table>
      ) : null}
    </details>
  );
}

interface LineProps extends Pick<SizesProps, 'found' | 'onPick'> {
  readonly size: PageSizeLook;
  readonly isChosen: boolean;
}

function SizeLine({ size, found, isChosen, onPick }: LineProps) {
  const { underAsk } = size.deal;
  const why = whyText(size.usSize === null ? ['size'] : underAsk.missing);
  const { count } = size.own;
  return (
    <tr aria-current={isChosen || undefined}>
      <th scope="row">
        <button type="button" onClick={() => onPick(size.label)}>
          {pageSizeText(size)}
        </button>
      </th>
      <td className="archvd-figure">{size.pagePrice === null ? '-' : moneyText(size.pagePrice)}</td>
      <td>
        <MoneyFigure
          amount={underAsk.net ?? underAsk.lines?.net ?? null}
          unknown={why}
          explain={explainNet(underAsk, found, 'ask')}
          estimate={t('thisPage.estimate')}
        />
      </td>
      <td>
        <ProfitFigure
          amount={underAsk.profit}
          unknown={why}
          explain={explainProfit(underAsk, size, found)}
          estimate={t('thisPage.estimate')}
          withIcon={false}
        />
      </td>
      <td className="archvd-figure">{count === 0 ? '' : countText(count)}</td>
    </tr>
  );
}
