import { Loader, TextInput } from '@mantine/core';
import { IconPencil, IconSearch } from '@tabler/icons-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { PairPicture } from '../ui/picture';
import { t } from '../ui/text';
import type { AddProduct } from './add-product';
import styles from './add.module.css';
import { useCatalogSearch } from './use-catalog-search';

export interface ProductFinderProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onChoose: (product: AddProduct) => void;
  /** Describe the pair without a product; with what was typed. */
  readonly onByHand: () => void;
}

/** Finds the product by style code or words: what is known here at once, alias's catalogue a moment later. */
export function ProductFinder({ query, onQuery, onChoose, onByHand }: ProductFinderProps) {
  const id = useId();
  const { own, others, searching, problem } = useCatalogSearch(query);
  const [at, setAt] = useState(0);
  const typed = query.trim();
  const products = [...own, ...others];
  const options = typed === '' ? 0 : products.length + 1;
  const active = Math.min(at, options - 1);
  const choose = (index: number) => {
    const product = products[index];
    if (product === undefined) onByHand();
    else onChoose(product);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (options === 0 || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown') setAt((active + 1) % options);
    else if (event.key === 'ArrowUp') setAt((active + options - 1) % options);
    // Before alias has answered, Enter must not take "by hand" for a product that is about to be found.
    else if (event.key === 'Enter' && (active < products.length || !searching)) choose(active);
    else if (event.key !== 'Enter') return;
    event.preventDefault();
  };
  const optionId = (index: number) => `${id}-${index}`;
  return (
    <div>
      <TextInput
        label={t('add.search')}
        description={t('add.searchHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder={t('add.searchHint')}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        rightSection={searching ? <Loader size={14} aria-label={t('add.searching')} /> : null}
        value={query}
        maxLength={100}
        data-autofocus
        role="combobox"
        aria-expanded={options > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={options > 0 ? optionId(active) : undefined}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setAt(0);
          onQuery(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label={t('add.results')} className={styles['results']}>
        {products.map((product, index) => (
          <ProductOption
            key={product.catalogId}
            id={optionId(index)}
            product={product}
            own={index < own.length}
            active={index === active}
            onChoose={() => choose(index)}
          />
        ))}
        {typed === '' ? null : (
          // The keys are those of the field, which keeps the focus.
          <div
            id={optionId(products.length)}
            role="option"
            tabIndex={-1}
            aria-selected={active === products.length}
            className={styles['option']}
            onClick={onByHand}
          >
            <span className={styles['optionIcon']}>
              <IconPencil size={18} stroke={1.6} aria-hidden="true" />
            </span>
            <span className="archvd-clip">{t('add.manual', [typed])}</span>
          </div>
        )}
      </div>
      <div role="status" className={styles['hint']}>
        {problem !== null ? t('add.aliasSilent', [problem]) : null}
        {problem === null && !searching && typed !== '' && products.length === 0 ? t('add.noHits', [typed]) : null}
      </div>
    </div>
  );
}

interface ProductOptionProps {
  readonly id: string;
  readonly product: AddProduct;
  readonly own: boolean;
  readonly active: boolean;
  readonly onChoose: () => void;
}

function ProductOption({ id, product, own, active, onChoose }: ProductOptionProps) {
  return (
    <div id={id} role="option" tabIndex={-1} aria-selected={active} className={styles['option']} onClick={onChoose}>
      <PairPicture url={product.pictureUrl} size={36} />
      <span className={styles['optionText']}>
        <span className="archvd-clip archvd-strong">{product.name}</span>
        <span className={`archvd-clip ${styles['quiet']}`}>
          {[product.styleCode ?? product.rawSku, product.colorway].filter((part) => part !== '').join(' · ')}
        </span>
      </span>
      <span className={styles['quiet']}>{own ? t('add.own') : t('add.fromAlias')}</span>
    </div>
  );
}
