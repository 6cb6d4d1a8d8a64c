import { useState } from 'react';
import type { ProductPage } from '@/lib/queries/product-page';
import { Chips } from '../ui/chips';
import { Section } from '../ui/screen';
import { t } from '../ui/text';
import { ComparedCell } from './compare-cell';
import { comparedRow, comparedSizes, OF_SIZES, type ComparedSize } from './compare-rows';
import { compareRoom, figureText } from './compare-table';
import compareStyles from './compare.module.css';
import matrixStyles from './matrix.module.css';
import { matrixKey } from './matrix-keys';

interface CompareSizesProps {
  readonly pages: readonly ProductPage[];
  readonly size: number | null;
  readonly onSize: (usSize: number) => void;
}

type OfSize = (typeof OF_SIZES)[number];

/** One figure of every size of every product. */
export function CompareSizes({ pages, size, onSize }: CompareSizesProps) {
  const [figure, setFigure] = useState<OfSize>('ask');
  return (
    <Section
      title={t('market.allSizes')}
      action={
        <Chips
          label={t('market.figureShown')}
          value={figure}
          onChange={setFigure}
          choices={OF_SIZES.map((value) => ({ value, label: figureText(value) }))}
        />
      }
    >
      <div className={compareStyles['sideways']} role="region" aria-label={t('market.allSizes')} tabIndex={0}>
        <table className={compareStyles['compare']} style={compareRoom(pages.length)} onKeyDown={matrixKey}>
          <thead>
            <tr>
              <th scope="col">{t('column.size')}</th>
              {pages.map(({ product }) => (
                <th key={product.catalogId} scope="col" className={compareStyles['compareName']}>
                  {product.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {comparedSizes(pages).map((usSize) => (
              <tr key={usSize} data-chosen={usSize === size || undefined}>
                <th scope="row">
                  <button
                    type="button"
                    className={matrixStyles['size']}
                    aria-pressed={usSize === size}
                    onClick={() => onSize(usSize)}
                  >
                    US {usSize}
                  </button>
                </th>
                <Cells figure={figure} pages={pages} usSize={usSize} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

interface CellsProps {
  readonly figure: OfSize;
  readonly pages: readonly ProductPage[];
  readonly usSize: number;
}

function Cells({ figure, pages, usSize }: CellsProps) {
  const sizes = pages.map((page): ComparedSize => ({
    page,
    row: page.sizes.find(({ size }) => size.usValue === usSize) ?? null,
  }));
  const { best, end } = comparedRow(figure, sizes);
  return sizes.map((each, place) => (
    <td key={each.page.product.catalogId} data-best={best.includes(place) || undefined}>
      <ComparedCell figure={figure} size={each} inList />
      {best.includes(place) ? (
        <span className={compareStyles['best']}>{end === 'low' ? t('market.lowest') : t('market.highest')}</span>
      ) : null}
    </td>
  ));
}
