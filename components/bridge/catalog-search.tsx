import { Button, Loader, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { PairPicture } from '../ui/picture';
import { t } from '../ui/text';
import styles from './catalog-search.module.css';
import { useCatalogSearch, type CatalogHit, type CatalogSearchResult } from './use-catalog-search';

export interface CatalogSearchProps {
  readonly label: string;
  readonly onPick: (hit: CatalogHit) => void;
  readonly autoFocus?: boolean;
  /** What is searched for at first. */
  readonly initial?: string;
  readonly onText?: (text: string) => void;
}

/**
 * Finds a product by name or style code, in the books and in alias's catalogue: type, arrow keys, Enter. The field is
 * the combobox, the hits its list.
 */
export function CatalogSearch({ label, onPick, autoFocus = false, initial = '', onText }: CatalogSearchProps) {
  const [text, setText] = useState(initial);
  const [marked, setMarked] = useState(0);
  const found = useCatalogSearch(text);
  const { hits } = found;
  const id = useId();
  const active = Math.min(marked, Math.max(0, hits.length - 1));
  const type = (next: string) => {
    setText(next);
    setMarked(0);
    onText?.(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const hit = hits[active];
    if (event.key === 'ArrowDown') setMarked(Math.min(active + 1, Math.max(0, hits.length - 1)));
    else if (event.key === 'ArrowUp') setMarked(Math.max(active - 1, 0));
    else if (event.key === 'Enter' && hit !== undefined) onPick(hit);
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles['search']} data-testid="catalog-search">
      <TextInput
        role="combobox"
        aria-label={label}
        placeholder={t('catalog.placeholder')}
        aria-expanded={hits.length > 0}
        aria-controls={`${id}-hits`}
        aria-autocomplete="list"
        aria-activedescendant={hits.length === 0 ? undefined : `${id}-${active}`}
        autoComplete="off"
        maxLength={100}
        data-autofocus={autoFocus || undefined}
        autoFocus={autoFocus}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        rightSection={found.state === 'asking' ? <Loader size={14} aria-hidden="true" /> : null}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div
        id={`${id}-hits`}
        role="listbox"
        aria-label={t('catalog.hits')}
        className={`${styles['hits']} archvd-scroll`}
      >
        {hits.map((hit, index) => (
          <Hit
            key={hit.catalogId}
            id={`${id}-${index}`}
            hit={hit}
            active={index === active}
            onPick={() => onPick(hit)}
            onMark={() => setMarked(index)}
          />
        ))}
      </div>
      <Standing found={found} />
    </div>
  );
}

interface HitProps {
  readonly id: string;
  readonly hit: CatalogHit;
  readonly active: boolean;
  readonly onPick: () => void;
  readonly onMark: () => void;
}

function Hit({ id, hit, active, onPick, onMark }: HitProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) box.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const facts = [hit.styleCode ?? hit.rawSku, hit.colorway, hit.releaseDate?.slice(0, 4)];
  return (
    <div
      ref={box}
      id={id}
      role="option"
      aria-selected={active}
      className={styles['hit']}
      data-testid="catalog-hit"
      // The field keeps the focus: the list is only pointed at.
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={onMark}
      onClick={onPick}
    >
      <PairPicture url={hit.pictureUrl} size={36} />
      <span className={styles['text']}>
        <span className="archvd-clip archvd-strong">{hit.name}</span>
        <span className={`archvd-clip ${styles['facts']}`}>
          {facts.filter((fact) => fact !== undefined && fact !== '').join(' · ')}
        </span>
      </span>
    </div>
  );
}

/** What alias says to the search, in one line below the hits. */
function Standing({ found: { state, hits, message, more, retry } }: { readonly found: CatalogSearchResult }) {
  const text =
    state === 'idle'
      ? t('catalog.hint')
      : state === 'asking'
        ? t('catalog.asking')
        : state === 'failed'
          ? t('catalog.failed', [message])
          : state === 'books-only'
            ? t('catalog.booksOnly')
            : hits.length === 0
              ? t('catalog.none')
              : null;
  return (
    <div className={styles['standing']} role="status">
      {text === null ? null : <span>{text}</span>}
      {more === null ? null : (
        <Button variant="subtle" size="compact-sm" onClick={more}>
          {t('catalog.more')}
        </Button>
      )}
      {state === 'failed' ? (
        <Button variant="default" size="compact-sm" onClick={retry}>
          {t('action.retry')}
        </Button>
      ) : null}
    </div>
  );
}
