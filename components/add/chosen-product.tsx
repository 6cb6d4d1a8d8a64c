import { Button } from '@mantine/core';
import type { CatalogHit } from '../bridge/use-catalog-search';
import { moneyText } from '../ui/format';
import { PairPicture } from '../ui/picture';
import { t } from '../ui/text';
import styles from './add.module.css';

/** The product whose pairs are added, with what it fills in by itself. */
export function ChosenProduct({ product, onOther }: { readonly product: CatalogHit; readonly onOther: () => void }) {
  const retail = product.retailPrice === null ? '' : t('add.retail', [moneyText(product.retailPrice)]);
  const facts = [product.styleCode ?? product.rawSku, product.brand, product.colorway, retail];
  return (
    <div className={styles['chosen']}>
      <PairPicture url={product.pictureUrl} size={56} />
      <div>
        <strong>{product.name}</strong>
        <div className={styles['quiet']}>{facts.filter((part) => part !== '').join(' · ')}</div>
        <Button variant="subtle" size="compact-sm" onClick={onOther} className={styles['flush'] ?? ''}>
          {t('add.other')}
        </Button>
      </div>
    </div>
  );
}
