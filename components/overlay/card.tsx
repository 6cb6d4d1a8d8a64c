import { useEffect, useState, useSyncExternalStore } from 'react';
import type { SiteId } from '@/lib/domain/sites/site';
import type { Dock } from '@/lib/overlay/dock';
import type { PageStates } from '@/lib/overlay/page-state';
import type { FirstLook } from './ask-ahead';
import { CardBody } from './card-body';
import { CardFrame } from './card-frame';
import { codeOf, NOTHING_TOLD, selectedLabel, type Told } from './card-question';
import { viewOf } from './card-view';
import { TipHost } from './tip';
import { useLook, type Send } from './use-look';
import { useNow } from './use-now';
import { usePlace, type Place } from './use-place';

interface CardProps {
  readonly states: PageStates;
  readonly send: Send;
  readonly site: SiteId;
  readonly place: Place;
  /** What the books said of the page before the card was drawn. */
  readonly first: FirstLook | null;
  readonly dock: Dock;
}

/** What the person chose in the card; it holds for one navigation, and the size until the page's own choice changes. */
interface Chosen extends Told {
  readonly about: string;
  readonly pageLabel: string | null;
  readonly label: string | null;
}

/** The card on a marketplace page: draws what the page and the books say of one product, of this navigation only. */
export function Card({ states, send, site, place: initial, first, dock }: CardProps) {
  const page = useSyncExternalStore(states.subscribe, states.current);
  const now = useNow();
  const { place, fold, moveTo } = usePlace(send, site, initial);
  const spot = useSyncExternalStore(dock.subscribe, dock.current);
  useEffect(() => dock.want(place), [dock, place]);
  // Whatever was just drawn may have another size than before.
  useEffect(() => dock.look());
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const { reading } = page;
  const pageLabel = reading === null ? null : selectedLabel(reading);
  const about = `${page.generation}|${reading?.identity.styleCode?.canonical ?? ''}`;
  const mine = chosen?.about === about ? chosen : null;
  const told: Told = mine ?? NOTHING_TOLD;
  const label = (mine?.pageLabel === pageLabel ? mine.label : null) ?? pageLabel;
  const { state, again } = useLook(send, page, { told, label, first }, now);
  if (page.status === 'gone' || reading?.pageType === 'not_product') return null;

  const choose = (part: Partial<Omit<Chosen, 'about' | 'pageLabel'>>) =>
    setChosen({ ...told, about, pageLabel, label, ...part });
  const view = viewOf({ page, state, told, label, now });
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
        code={reading === null ? '' : (codeOf(reading, told) ?? '')}
        match={view.match}
        isDemo={view.isDemo}
        tab={view.tab}
        tabText={view.tabText}
      >
        <CardBody
          key={about}
          page={page}
          state={state}
          told={told}
          label={label}
          now={now}
          send={send}
          onPick={(picked) => choose({ label: picked })}
          onChoose={(item) => choose({ catalogId: item })}
          onName={(code) => choose({ styleCode: code, catalogId: null, taken: null })}
          onTake={(us) => label !== null && choose({ taken: us === null ? null : { label, us } })}
          onAgain={again}
        />
      </CardFrame>
      <span className="hidden" role="status">
        {spot.folded ? '' : view.spoken}
      </span>
    </TipHost>
  );
}
