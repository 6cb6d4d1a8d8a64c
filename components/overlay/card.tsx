import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { SiteId } from '@/lib/domain/sites/site';
import type { Dock } from '@/lib/overlay/dock';
import type { PageStates } from '@/lib/overlay/page-state';
import { CardBody, isUnreadable, type ViewParts } from './card-body';
import { CardFrame } from './card-frame';
import { verdictText } from './card-known';
import { cardModel } from './card-model';
import { selectedLabel } from './card-question';
import { glanceText } from './card-words';
import { Profit } from './figure';
import { Icon } from './icon';
import { t } from './text';
import { TipHost } from './tip';
import { useLook, type Send } from './use-look';
import { useNow } from './use-now';
import { usePlace, type Place } from './use-place';

interface CardProps {
  readonly states: PageStates;
  readonly send: Send;
  readonly site: SiteId;
  readonly place: Place;
  readonly dock: Dock;
}

/** What the person chose in the card; it holds for one navigation, and until the page's own choice changes. */
interface Chosen {
  readonly about: string;
  readonly label: string | null;
  readonly catalogId: string | null;
}

/** The card on a marketplace page: draws what the page and the books say of one product, of this navigation only. */
export function Card({ states, send, site, place: initial, dock }: CardProps) {
  const page = useSyncExternalStore(states.subscribe, states.current);
  const now = useNow();
  const { place, fold, moveTo } = usePlace(send, site, initial);
  const spot = useSyncExternalStore(dock.subscribe, dock.current);
  useEffect(() => dock.want(place), [dock, place]);
  // Whatever was just drawn may have another size than before.
  useEffect(() => dock.look());
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const code = page.reading?.identity.styleCode?.canonical ?? '';
  const pageLabel = page.reading === null ? null : selectedLabel(page.reading);
  const about = `${page.generation}|${code}`;
  const mine = chosen?.about.startsWith(`${about}|`) === true ? chosen : null;
  const catalogId = mine?.catalogId ?? null;
  const label = (mine?.about === `${about}|${pageLabel ?? ''}` ? mine.label : null) ?? pageLabel;
  const { state, again } = useLook(send, page, { catalogId, label }, now);
  if (page.status === 'gone' || page.reading?.pageType === 'not_product') return null;

  const choose = (part: Partial<Pick<Chosen, 'label' | 'catalogId'>>) =>
    setChosen({ about: `${about}|${pageLabel ?? ''}`, label, catalogId, ...part });
  const view = viewOf({ page, state, label, now });
  return (
    <TipHost>
      <CardFrame
        spot={spot}
        onFold={(folded) => {
          fold(folded);
          if (!folded) dock.insist();
        }}
        onMove={moveTo}
        name={view.name}
        code={code}
        isDemo={view.isDemo}
        tab={view.tab}
        tabText={view.tabText}
      >
        <CardBody
          key={about}
          page={page}
          state={state}
          label={label}
          now={now}
          send={send}
          onPick={(picked) => choose({ label: picked })}
          onChoose={(item) => choose({ catalogId: item })}
          onAgain={again}
        />
      </CardFrame>
      <span className="hidden" role="status">
        {spot.folded ? '' : view.spoken}
      </span>
    </TipHost>
  );
}

interface View {
  readonly name: string;
  readonly isDemo: boolean;
  readonly tab: ReactNode;
  readonly tabText: string;
  /** Said aloud when it changes. */
  readonly spoken: string;
}

/** Title and folded tab: one figure that matters, or a mark that there is none yet. */
function viewOf({ page, state, label, now }: ViewParts): View {
  const title = page.reading?.identity.title ?? '';
  const isDemo = state.status === 'answered' && state.look.isDemo;
  const wait = { name: title, isDemo, tab: <Icon name="wait" />, tabText: t('card.loading'), spoken: '' };
  if (page.status === 'unreadable' || isUnreadable(page.reading))
    return { ...wait, tab: <Icon name="warn" />, tabText: t('card.unreadableTitle') };
  if (page.reading === null || state.status === 'asking') return wait;
  if (state.status === 'failed' || state.look.state !== 'known')
    return { ...wait, tab: <Icon name="warn" />, tabText: t('card.notKnown') };
  const model = cardModel(state.look, page.reading, label, now);
  const { verdict } = model;
  const tab =
    verdict.kind === 'profit' ? (
      <Profit amount={verdict.profit} />
    ) : verdict.kind === 'net' ? (
      <span className="figure strong">~{glanceText(verdict.net)}</span>
    ) : (
      <span className="dim">-</span>
    );
  const words = verdictText(model);
  return { ...wait, name: state.look.product.name, tab, tabText: words, spoken: words };
}
