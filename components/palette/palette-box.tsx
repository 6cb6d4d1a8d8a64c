import '@mantine/spotlight/styles.css';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconArrowRight, IconChartLine, IconSearch, IconShoe } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { formatSize } from '@/lib/domain/sizes/format-size';
import { search } from '@/lib/queries/search';
import { useDebouncedValue } from '@mantine/hooks';
import { useLive } from '../bridge/use-live';
import { useRepricing } from '../bridge/use-repricing';
import { pairStatusText } from '../bridge/words';
import { t } from '../ui/text';
import { isCalled } from './is-called';
import styles from './palette.module.css';
import { commandActions, goTo, screenActions, type PaletteAction } from './palette-actions';

const [store, spotlight] = createSpotlight();

/** Found things of each kind that are named; the inventory shows the rest. */
const NAMED = 6;

const NOTHING = { products: [], pairs: [], more: false };

/** The open palette: screens, commands, pairs and products as one list that the arrow keys go through. */
export function PaletteBox({ asked }: { readonly asked: number }) {
  const [query, setQuery] = useState('');
  useEffect(() => spotlight.open(), [asked]);
  const [wanted] = useDebouncedValue(query.trim(), 120);
  const { value: found } = useLive(
    async (books) => (wanted.length < 2 ? NOTHING : search(books, wanted, NAMED)),
    [wanted],
  );
  useEffect(markFirst, [found]);
  const isPaused = useRepricing().value?.mode === 'paused';
  const groups = [
    { label: t('palette.actions'), actions: commandActions(isPaused).filter(({ label }) => isCalled(label, query)) },
    { label: t('palette.screens'), actions: screenActions().filter(({ label }) => isCalled(label, query)) },
    ...(query.trim().length < 2 || found === null ? [] : foundGroups(found, wanted)),
  ].filter(({ actions }) => actions.length > 0);
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={420}
      size="lg"
      transitionProps={{ duration: 120 }}
      overlayProps={{ backgroundOpacity: 0.35 }}
      attributes={{ content: { 'aria-label': t('palette.open') } }}
    >
      <Spotlight.Search
        size="md"
        aria-label={t('palette.placeholder')}
        placeholder={t('palette.placeholder')}
        leftSection={<IconSearch size={18} stroke={1.6} aria-hidden="true" />}
      />
      <Spotlight.ActionsList>
        {groups.map(({ label, actions }) => (
          <Spotlight.ActionsGroup key={label} label={label} className={styles['group'] ?? ''}>
            {actions.map((action) => (
              <Row key={action.id} action={action} />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 ? <Spotlight.Empty>{t('palette.nothing')}</Spotlight.Empty> : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/** What is found comes after the letters, and takes the place of what was marked: Enter always has something to take. */
function markFirst(): void {
  const { listId } = store.getState();
  const list = document.getElementById(listId);
  if (list === null || list.querySelector('[data-selected]') !== null) return;
  list.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
  store.updateState((state) => ({ ...state, selected: 0 }));
}

function Row({ action: { label, icon: Picture, run, note } }: { readonly action: PaletteAction }) {
  return (
    <Spotlight.Action
      label={label}
      {...(note === undefined ? {} : { description: note })}
      leftSection={<Picture size={18} stroke={1.6} aria-hidden="true" />}
      onClick={run}
    />
  );
}

type Found = Awaited<ReturnType<typeof search>>;

function foundGroups({ pairs, products, more }: Found, query: string) {
  const rest: readonly PaletteAction[] = more
    ? [
        {
          id: 'more',
          label: t('palette.more'),
          icon: IconArrowRight,
          run: () => goTo({ screen: 'inventory', query }),
        },
      ]
    : [];
  return [
    {
      label: t('palette.pairs'),
      actions: [
        ...pairs.map((pair): PaletteAction => ({
          id: pair.id,
          label: `${pair.name} · ${formatSize(pair.size)}`,
          note: [pair.styleCode, pairStatusText(pair.status)].filter((part) => part !== null).join(' · '),
          icon: IconShoe,
          run: () => goTo({ screen: 'inventory', pair: pair.id }),
        })),
        ...rest,
      ],
    },
    {
      label: t('palette.products'),
      actions: products.map((product): PaletteAction => ({
        id: product.catalogId,
        label: product.name,
        note: [product.styleCode, product.brand].filter((part) => part !== null).join(' · '),
        icon: IconChartLine,
        run: () => goTo({ screen: 'market', product: product.catalogId }),
      })),
    },
  ];
}
