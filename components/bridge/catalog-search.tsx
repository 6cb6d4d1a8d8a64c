import { Button, Loader, TextInput } from '@mantine/core';
import { IconPencil, IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { PairPicture } from '../ui/picture';
import { t } from '../ui/text';
import styles from './catalog-search.module.css';
import { useCatalogSearch, type CatalogHit, type CatalogSearchResult } from './use-catalog-search';

export interface CatalogSearchProps {
  readonly label: string;
  /** The label stands above the field, as in a form; otherwise it is only heard. */
  readonly labelled?: boolean;
  readonly onPick: (hit: CatalogHit) => void;
  /** Goes on without a product, with what was typed: offered below the hits. */
  readonly onByHand?: (typed: string) => void;
  readonly autoFocus?: boolean;
  /** What is searched for at first. */
  readonly initial?: string;
  readonly onText?: (text: string) => void;
}

/**
 * Finds a product by name or style code: what the books know at once, alias's catalogue a moment later. Type, arrow
 * keys, Enter. The field is the combobox, the hits its list.
 */
export function CatalogSearch({ onPick, onByHand, initial = '', onText, ...field }: CatalogSearchProps) {
  const [text, setText] = useState(initial);
  const [marked, setMarked] = useState(0);
  const found = useCatalogSearch(text);
  const { hits, known, current, state } = found;
  const id = useId();
  const typed = text.trim();
  const byHand = typed === '' ? undefined : onByHand;
  const options = hits.length + (byHand === undefined ? 0 : 1);
  const active = Math.max(0, Math.min(marked, options - 1));
  const type = (next: string) => {
    setText(next);
    setMarked(0);
    onText?.(next);
  };
  const take = () => {
    const hit = hits[active];
    // Enter takes nothing that is for other words, nor "by hand" for a product that is about to be found.
    if (!current || (hit === undefined && state === 'asking')) return;
    if (hit === undefined) byHand?.(typed);
    else onPick(hit);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (options === 0 || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown') setMarked((active + 1) % options);
    else if (event.key === 'ArrowUp') setMarked((active + options - 1) % options);
    else if (event.key === 'Enter') take();
    else return;
    event.preventDefault();
  };
  const option = (index: number) => ({
    id: `${id}-${index}`,
    active: index === active,
    onMark: () => setMarked(index),
  });
  return (
    <div className={styles['search']} data-testid="catalog-search">
      <Field
        {...field}
        text={text}
        asking={state === 'asking'}
        expanded={options > 0}
        listId={`${id}-hits`}
        activeId={options === 0 ? undefined : `${id}-${active}`}
        onText={type}
        onKeyDown={onKeyDown}
      />
      <div
        id={`${id}-hits`}
        role="listbox"
        aria-label={t('catalog.hits')}
        className={`${styles['hits']} archvd-scroll`}
      >
        {hits.map((hit, index) => (
          <Hit key={hit.catalogId} {...option(index)} hit={hit} known={index < known} onPick={() => onPick(hit)} />
        ))}
        {byHand === undefined ? null : (
          <Option {...option(hits.length)} onPick={() => byHand(typed)}>
            <span className={styles['icon']}>
              <IconPencil size={18} stroke={1.6} aria-hidden="true" />
            </span>
            <span className="archvd-clip">{t('catalog.byHand', [typed])}</span>
          </Option>
        )}
      </div>
      <Standing found={found} typed={typed} byHand={onByHand !== undefined} />
    </div>
  );
}

interface FieldProps extends Pick<CatalogSearchProps, 'label' | 'labelled' | 'autoFocus'> {
  readonly text: string;
  readonly asking: boolean;
  readonly expanded: boolean;
  readonly listId: string;
  readonly activeId: string | undefined;
  readonly onText: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function Field({ label, labelled = false, autoFocus = false, text, onText, onKeyDown, ...list }: FieldProps) {
  return (
    <TextInput
      role="combobox"
      {...(labelled ? { label } : { 'aria-label': label })}
      placeholder={t('catalog.placeholder')}
      aria-expanded={list.expanded}
      aria-controls={list.listId}
      aria-autocomplete="list"
      aria-activedescendant={list.activeId}
      autoComplete="off"
      spellCheck={false}
      maxLength={100}
      data-autofocus={autoFocus || undefined}
      autoFocus={autoFocus}
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      rightSection={list.asking ? <Loader size={14} aria-hidden="true" /> : null}
      value={text}
      onChange={(event) => onText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}

interface OptionProps {
  readonly id: string;
  readonly active: boolean;
  readonly onPick: () => void;
  readonly onMark: () => void;
}

function Option({ id, active, onPick, onMark, children }: OptionProps & { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) box.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div
      ref={box}
      id={id}
      role="option"
      aria-selected={active}
      className={styles['hit']}
      // The field keeps the focus: the list is only pointed at.
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={onMark}
      onClick={onPick}
    >
      {children}
    </div>
  );
}

function Hit({ hit, known, ...option }: OptionProps & { readonly hit: CatalogHit; readonly known: boolean }) {
  const facts = [hit.styleCode ?? hit.rawSku, hit.colorway, hit.releaseDate?.slice(0, 4)];
  return (
    <Option {...option}>
      <PairPicture url={hit.pictureUrl} size={36} />
      <span className={styles['text']}>
        <span className="archvd-clip archvd-strong">{hit.name}</span>
        <span className={`archvd-clip ${styles['facts']}`}>
          {facts.filter((fact) => fact !== undefined && fact !== '').join(' · ')}
        </span>
      </span>
      <span className={styles['facts']}>{known ? t('catalog.own') : t('catalog.fromAlias')}</span>
    </Option>
  );
}

interface StandingProps {
  readonly found: CatalogSearchResult;
  readonly typed: string;
  readonly byHand: boolean;
}

/** What alias says to the search, in one line below the hits. */
function Standing({ found, typed, byHand }: StandingProps) {
  const { state, more, retry } = found;
  const text = standingText(found, typed);
  const silent = state === 'failed' || state === 'books-only';
  return (
    <div className={styles['standing']} role="status">
      {text === null ? null : <span>{byHand && silent ? `${text} ${t('catalog.orByHand')}` : text}</span>}
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

function standingText({ state, hits, message }: CatalogSearchResult, typed: string): string | null {
  if (state === 'idle') return t('catalog.hint');
  if (state === 'asking') return t('catalog.asking');
  if (state === 'failed') return t('catalog.failed', [message]).trim();
  if (state === 'books-only') return t('catalog.booksOnly');
  return hits.length === 0 ? t('catalog.none', [typed]) : null;
}
