import { useEffect, useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import type { Spot } from '@/lib/overlay/choose-spot';
import { Icon } from './icon';
import { t } from './text';

const STEP = 16;

/** Kept free below the card: the site's buy bar. */
const BUY_BAR = 88;

interface FrameProps {
  /** Where it stands now, out of the way of the page's buy boxes. */
  readonly spot: Spot;
  readonly onFold: (folded: boolean) => void;
  readonly onMove: (top: number | null) => void;
  readonly name: string;
  readonly code: string;
  /** How the product was met: by the page's own data, by its address, by the person; null: not met. */
  readonly match: string | null;
  /** The figures are the demo market's. */
  readonly isDemo: boolean;
  /** What the folded tab shows, and how it is called. */
  readonly tab: ReactNode;
  readonly tabText: string;
  readonly children: ReactNode;
}

/** Where the card stands, its title, folding and moving; what it says is the children's. */
export function CardFrame({ spot, onFold, onMove, name, code, match, isDemo, tab, tabText, children }: FrameProps) {
  const { top, side } = spot;
  const turned = useRef(false);
  const focus = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (turned.current) focus.current?.focus();
    turned.current = false;
  }, [spot.folded]);
  const turn = (folded: boolean) => {
    turned.current = true;
    onFold(folded);
  };
  if (spot.folded) {
    return (
      <section className="dock" data-side={side} style={{ top }} aria-label={t('card.name')}>
        <button
          ref={focus}
          type="button"
          className="tab"
          aria-expanded="false"
          aria-label={t('card.unfold', [isDemo ? `${t('card.demo')}. ${tabText}` : tabText])}
          onClick={() => turn(false)}
        >
          <span className="brand" aria-hidden="true">
            {t('card.brand')}
          </span>
          {isDemo ? <DemoTag /> : null}
          {tab}
        </button>
      </section>
    );
  }
  return (
    <section
      className="dock"
      data-side={side}
      style={{ top }}
      aria-label={t('card.name')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') turn(true);
      }}
    >
      <div className="card" style={{ maxHeight: Math.max(160, window.innerHeight - top - BUY_BAR) }}>
        <header className="head">
          <Grip top={top} onMove={onMove} />
          <div className="title" title={`${name} ${code}`.trim()}>
            <div className="name">{name === '' ? t('card.brand') : name}</div>
            <div className="dim small line" title={match === null ? undefined : `${code}: ${match}`}>
              {name === '' ? null : <span className="brand">{t('card.brand')}</span>}
              {isDemo ? <DemoTag /> : null}
              {code}
              {match === null ? null : ` · ${match}`}
            </div>
          </div>
          <button
            ref={focus}
            type="button"
            className="quiet"
            aria-label={t('card.fold')}
            aria-expanded="true"
            title={t('card.foldKeys')}
            onClick={() => turn(true)}
          >
            <Icon name="fold" />
          </button>
        </header>
        <div className="body">{children}</div>
      </div>
    </section>
  );
}

/** No figure of the demo may be taken for one of the real market. */
function DemoTag() {
  return (
    <span className="tag" title={t('card.demoWhy')}>
      {t('card.demo')}
    </span>
  );
}

/** Dragged up and down, or moved with the arrow keys; Home puts it back where it stands by itself. */
function Grip({ top, onMove }: { readonly top: number; readonly onMove: (top: number | null) => void }) {
  const from = useRef<{ readonly pointer: number; readonly top: number } | null>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: -STEP, ArrowDown: STEP }[event.key];
    if (step === undefined && event.key !== 'Home') return;
    event.preventDefault();
    onMove(step === undefined ? null : top + step);
  };
  const onPointerDown = (event: PointerEvent<HTMLButtonElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { pointer: event.clientY, top };
  };
  return (
    <button
      type="button"
      className="quiet grip"
      aria-label={t('card.move')}
      title={t('card.move')}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => {
        if (from.current !== null) onMove(from.current.top + event.clientY - from.current.pointer);
      }}
      onPointerUp={() => (from.current = null)}
      onPointerCancel={() => (from.current = null)}
    >
      <Icon name="grip" />
    </button>
  );
}
