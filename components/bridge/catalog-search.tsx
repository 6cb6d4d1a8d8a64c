import { Button, Loader, TextInput } from '@mantine/core';
import { IconCheck, IconPencil, IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { PairPicture } from '../ui/picture';
import { t } from '../ui/text';
import styles from './catalog-search.module.css';
import { enterOn, type EnterOn } from './enter-on';
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
  /** Given where hits are ticked instead of opened: whether one is. */
  readonly isTicked?: (catalogId: string) => boolean;
}

/**
 * Finds a product by name or style code: what the books know at once, alias's catalogue a moment later. Type, arrow
 * keys, Enter. The field is the combobox, the hits its list.
 */
export function CatalogSearch({ onPick, onByHand, initial = '', onText, isTicked, ...field }: CatalogSearchProps) {
  const [text, setText] = useState(initial);
  const [marked, setMarked] = useState(0);
  const found = useCatalogSearch(text);
  const { hits, known, state } = found;
  const id = useId();
  const typed = text.trim();
  const byHand = typed === '' ? undefined : onByHand;
  const options = hits.length + (byHand === undefined ? 0 : 1);
  const active = Math.max(0, Math.min(marked, options - 1));
  const enter = useEnter(enterOn(found, active), onPick, () => byHand?.(typed));
  const mark = (index: number) => {
    setMarked(index);
    enter.forget();
  };
  const type = (next: string) => {
    setText(next);
    mark(0);
    onText?.(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || typed === '') return;
    if (event.key === 'Enter') enter.press();
    else if (options === 0) return;
    else if (event.key === 'ArrowDown') mark((active + 1) % options);
    else if (event.key === 'ArrowUp') mark((active + options - 1) % options);
    else return;
    event.preventDefault();
  };
  const option = (index: number) => ({
    id: `${id}-${index}`,
    active: index === active,
    onMark: () => mark(index),
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
        onBlur={enter.forget}
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
            {...option(index)}
            hit={hit}
            known={index < known}
            ticked={isTicked?.(hit.catalogId) ?? false}
            onPick={() => onPick(hit)}
          />
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
  readonly onBlur: () => void;
}

/**
 * Enter in the field. Pressed while the words are still looked up, it is remembered and takes the first hit once there
 * is one, unless the person types on, points or goes elsewhere before. "By hand" is only taken by a press of its own.
 */
function useEnter(now: EnterOn, onPick: (hit: CatalogHit) => void, onByHand: () => void) {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (!wanted || now === 'wait') return;
    setWanted(false);
    if (typeof now === 'object') onPick(now);
  }, [wanted, now, onPick]);
  return {
    press: () => {
      if (now === 'by-hand') onByHand();
      else if (typeof now === 'object') onPick(now);
      else setWanted(now === 'wait');
    },
    forget: () => setWanted(false),
  };
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
      onBlur={list.onBlur}
    />
  );
}

interface OptionProps {
  readonly id: string;
  readonly active: boolean;
  readonly onPick: () => void;
  readonly onMark: () => void;
  readonly children: ReactNode;
}

function Option({ id, active, onPick, onMark, children }: OptionProps) {
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

interface HitProps extends Omit<OptionProps, 'children'> {
  readonly hit: CatalogHit;
  readonly known: boolean;
  readonly ticked: boolean;
}

function Hit({ hit, known, ticked, ...option }: HitProps) {
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
      {ticked ? <IconCheck size={18} role="img" aria-label={t('catalog.ticked')} /> : null}
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
