import { IconArrowUp } from '@tabler/icons-react';
import { useRef } from 'react';
import type { ProductPage } from '@/lib/queries/product-page';
import { t } from '../ui/text';
import type { MarketView } from './market-view';
import styles from './market.module.css';
import { Reading } from './reading';
import { SizeHistorySection } from './size-history-section';
import { SizeMatrix } from './size-matrix';
import type { Refresh } from './use-refresh';

interface SizeColumnsProps {
  readonly page: ProductPage;
  readonly chosen: number | null;
  readonly onChoose: (usSize: number) => void;
  readonly view: MarketView;
  readonly onView: (part: Partial<MarketView>) => void;
  readonly refresh: Refresh;
}

/** Every size, and beside or below them the chosen one more closely; below, it is brought into sight and has a way back. */
export function SizeColumns({ page, chosen, onChoose, view, onView, refresh }: SizeColumnsProps) {
  const sizes = useRef<HTMLDivElement>(null);
  const detail = useRef<HTMLDivElement>(null);
  const row = page.sizes.find(({ size }) => size.usValue === chosen);
  const choose = (usSize: number) => {
    onChoose(usSize);
    if (isBelow(detail.current, sizes.current)) bringIntoSight(detail.current, 'top');
  };
  const toSizes = () => {
    const button = sizes.current?.querySelector<HTMLElement>('[aria-pressed="true"]');
    button?.focus({ preventScroll: true });
    bringIntoSight(button ?? null, 'middle');
  };
  return (
    <div className={styles['columns']}>
      <div ref={sizes} className={styles['column']}>
        <SizeMatrix
          page={page}
          chosen={chosen}
          onChoose={choose}
          sort={view.sort}
          onSort={(sort) => onView({ sort })}
          reading={<Reading readAt={page.pricesReadAt} refresh={refresh} />}
        />
      </div>
      {row === undefined ? null : (
        <div ref={detail} className={styles['column']}>
          <button type="button" className={styles['toSizes']} onClick={toSizes}>
            <IconArrowUp size={14} aria-hidden="true" /> {t('market.allSizes')}
          </button>
          <SizeHistorySection
            key={row.size.usValue}
            page={page}
            row={row}
            refresh={refresh}
            range={view.range}
            onRange={(range) => onView({ range })}
          />
        </div>
      )}
    </div>
  );
}

/** In one column what is chosen in the first part would change out of sight. */
function isBelow(one: HTMLElement | null, other: HTMLElement | null): boolean {
  return one !== null && other !== null && one.offsetTop >= other.offsetTop + other.offsetHeight;
}

/** Scrolls the body of the screen and nothing around it: what clips the app would be scrolled away with it. */
function bringIntoSight(element: HTMLElement | null, where: 'top' | 'middle'): void {
  const body = element?.closest('.archvd-scroll');
  if (!element || !body) return;
  const above = element.getBoundingClientRect().top - body.getBoundingClientRect().top;
  body.scrollBy({ top: above - (where === 'middle' ? body.clientHeight / 2 : 0) });
}
