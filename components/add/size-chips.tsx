import { formatSize } from '@/lib/domain/sizes/format-size';
import { parseSizeRun } from '@/lib/domain/sizes/parse-size-run';
import type { CatalogHit } from '../bridge/use-catalog-search';
import { t } from '../ui/text';
import styles from './add.module.css';

export interface SizeChipsProps {
  readonly product: CatalogHit;
  readonly sizes: string;
  readonly onChange: (sizes: string) => void;
}

/**
 * The sizes a product comes in; a click adds one to the list in the field, or takes it out. By keyboard the field itself
 * is the way: twenty stops between it and the cost would be in the way.
 */
export function SizeChips({ product, sizes, onChange }: SizeChipsProps) {
  const parsed = parseSizeRun(sizes, product, product.sizeSystem);
  const chosen = new Map(parsed.ok ? parsed.sizes.map(({ size, quantity }) => [size.value, quantity]) : []);
  const toggle = (value: number) => {
    const next = new Map(chosen);
    if (!next.delete(value)) next.set(value, 1);
    onChange([...next].map(([size, quantity]) => (quantity === 1 ? String(size) : `${size} x${quantity}`)).join(', '));
  };
  return (
    <div className={styles['sizes']} role="group" aria-label={t('add.sizesOf', [product.sizeSystem])}>
      {product.allowedSizes.map(({ value }) => {
        const quantity = chosen.get(value);
        const size = formatSize({ value, system: product.sizeSystem }, product.sizeRun);
        return (
          <button
            key={value}
            type="button"
            tabIndex={-1}
            aria-pressed={quantity !== undefined}
            onClick={() => toggle(value)}
          >
            {/* The system stands above the chips; a reader hears it with each. */}
            <span className="archvd-hidden">{product.sizeSystem} </span>
            {size.slice(product.sizeSystem.length + 1)}
            {quantity !== undefined && quantity > 1 ? <b>×{quantity}</b> : null}
          </button>
        );
      })}
    </div>
  );
}
