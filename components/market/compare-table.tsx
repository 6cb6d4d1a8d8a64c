import { IconX } from '@tabler/icons-react';
import type { CSSProperties, ReactNode } from 'react';
import type { ProductPage } from '@/lib/queries/product-page';
import { LINE_COLORS } from '../ui/charts/market-colors';
import { PairPicture } from '../ui/picture';
import { routeHref } from '../ui/route';
import { Section } from '../ui/screen';
import { t } from '../ui/text';
import { ComparedCell } from './compare-cell';
import { COMPARED, comparedRow, type ComparedFigure, type ComparedSize } from './compare-rows';
import compareStyles from './compare.module.css';
import styles from './market.module.css';

/** Room for the names of the figures, and for each product: neither cut, nor so wide that a figure is far from its name. */
export function compareRoom(products: number): CSSProperties {
  return { minWidth: 92 + 112 * products, maxWidth: 92 + 320 * products };
}

interface CompareTableProps {
  readonly pages: readonly ProductPage[];
  readonly size: number | null;
  readonly onRemove: (catalogId: string) => void;
  readonly reading: ReactNode;
}

/** Products as columns, figures of one size as rows; the best of each row says so in a word. */
export function CompareTable({ pages, size, onRemove, reading }: CompareTableProps) {
  const sizes = pages.map((page): ComparedSize => ({
    page,
    row: page.sizes.find((each) => each.size.usValue === size) ?? null,
  }));
  const runs = new Set(pages.map(({ product }) => product.sizeRun));
  return (
    <Section title={size === null ? t('market.compare') : t('market.compareSize', [String(size)])} action={reading}>
      <div className={compareStyles['sideways']} role="region" aria-label={t('market.compareTitle')} tabIndex={0}>
        <table className={compareStyles['compare']} style={compareRoom(pages.length)}>
          <thead>
            <tr>
              <td />
              {pages.map(({ product }, nth) => (
                <th key={product.catalogId} scope="col">
                  <div
                    className={compareStyles['compareHead']}
                    style={{ '--series': LINE_COLORS[nth] } as CSSProperties}
                  >
                    <PairPicture url={product.pictureUrl} size={56} />
                    <button
                      type="button"
                      className={compareStyles['remove']}
                      aria-label={t('market.removeFrom', [product.name])}
                      onClick={() => onRemove(product.catalogId)}
                    >
                      <IconX size={14} aria-hidden="true" />
                    </button>
                    <a href={routeHref({ screen: 'market', product: product.catalogId, view: String(size ?? '') })}>
                      {product.name}
                    </a>
                    <span className={styles['quiet']}>{product.styleCode ?? product.rawSku}</span>
                  </div>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {COMPARED.map((figure) => (
              <FigureRow key={figure} figure={figure} sizes={sizes} />
            ))}
          </tbody>
        </table>
      </div>
      {runs.size > 1 ? <p className={compareStyles['note']}>{t('market.compareRuns')}</p> : null}
    </Section>
  );
}

function FigureRow({ figure, sizes }: { readonly figure: ComparedFigure; readonly sizes: readonly ComparedSize[] }) {
  const { best, end } = comparedRow(figure, sizes);
  return (
    <tr>
      <th scope="row">{figureText(figure)}</th>
      {sizes.map((each, place) => (
        <td key={each.page.product.catalogId} data-best={best.includes(place) || undefined}>
          <ComparedCell figure={figure} size={each} />
          {best.includes(place) ? (
            <span className={compareStyles['best']}>{end === 'low' ? t('market.lowest') : t('market.highest')}</span>
          ) : null}
        </td>
      ))}
    </tr>
  );
}

export function figureText(figure: ComparedFigure): string {
  const words: Record<ComparedFigure, string> = {
    ask: t('market.ask'),
    offer: t('market.offer'),
    spread: t('watch.spread'),
    last: t('market.last'),
    pace: t('market.perWeek'),
    net: t('market.netUnder'),
    retail: t('pair.retail'),
    premium: t('market.premium'),
  };
  return words[figure];
}
