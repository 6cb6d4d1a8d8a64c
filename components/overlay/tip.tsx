import { createContext, useCallback, useContext, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { timeText } from './card-words';
import { t } from './text';

/** Where a figure comes from. Whatever is missing is not shown. */
export interface Explanation {
  readonly formula?: string;
  readonly inputs?: readonly (readonly [label: string, value: string])[];
  readonly note?: string;
  readonly source?: string;
  readonly at?: number | null;
}

interface Shown {
  readonly element: HTMLElement;
  readonly what: Explanation;
}

interface Host {
  readonly show: (shown: Shown) => void;
  readonly hide: (soon: boolean) => void;
  readonly tipId: string;
}

const HostContext = createContext<Host | null>(null);

/** The pointer may travel from the figure to its tip in this time. */
const LINGER_MS = 120;

/** One tip for the whole card, inside its own shadow root. */
export function TipHost({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tipId = useId();
  const hide = useCallback((soon: boolean) => {
    clearTimeout(timer.current);
    if (soon) timer.current = setTimeout(() => setShown(null), LINGER_MS);
    else setShown(null);
  }, []);
  const show = useCallback((next: Shown) => {
    clearTimeout(timer.current);
    setShown(next);
  }, []);
  const host = useMemo(() => ({ show, hide, tipId }), [show, hide, tipId]);
  return (
    <HostContext value={host}>
      {children}
      {shown === null ? null : (
        <Tip id={tipId} shown={shown} onEnter={() => clearTimeout(timer.current)} onLeave={() => hide(true)} />
      )}
    </HostContext>
  );
}

interface TipProps {
  readonly id: string;
  readonly shown: Shown;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}

function Tip({ id, shown, onEnter, onLeave }: TipProps) {
  const box = useRef<HTMLDivElement>(null);
  const { element, what } = shown;
  useLayoutEffect(() => {
    const tip = box.current;
    if (tip === null) return;
    const at = element.getBoundingClientRect();
    const below = at.bottom + 4 + tip.offsetHeight <= window.innerHeight;
    tip.style.top = `${Math.max(4, below ? at.bottom + 4 : at.top - 4 - tip.offsetHeight)}px`;
    tip.style.left = `${Math.max(4, Math.min(at.left, window.innerWidth - tip.offsetWidth - 8))}px`;
  }, [element, what]);
  return (
    <div ref={box} id={id} role="tooltip" className="tip" onMouseEnter={onEnter} onMouseLeave={onLeave}>
      {what.formula === undefined ? null : <div className="strong">{what.formula}</div>}
      {what.inputs === undefined || what.inputs.length === 0 ? null : (
        <dl>
          {what.inputs.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="figure">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {what.note === undefined ? null : <div>{what.note}</div>}
      {what.source === undefined ? null : <div className="dim">{t('card.explain.source', [what.source])}</div>}
      {what.at === undefined || what.at === null ? null : (
        <div className="dim">
          {t('card.explain.readAt')} {timeText(what.at)}
        </div>
      )}
    </div>
  );
}

interface ExplainedProps {
  readonly what: Explanation;
  readonly children: ReactNode;
  readonly estimated?: boolean;
}

/** A figure that tells on hover and on focus how it came about; Escape closes the tip before it folds the card. */
export function Explained({ what, children, estimated = false }: ExplainedProps) {
  const host = useContext(HostContext);
  const [open, setOpen] = useState(false);
  const enter = (element: HTMLElement) => {
    host?.show({ element, what });
    setOpen(true);
  };
  const leave = (soon: boolean) => {
    host?.hide(soon);
    setOpen(false);
  };
  return (
    <span
      className="explained"
      data-estimated={estimated || undefined}
      role="note"
      tabIndex={0}
      aria-describedby={open ? host?.tipId : undefined}
      onMouseEnter={(event) => enter(event.currentTarget)}
      onFocus={(event) => enter(event.currentTarget)}
      onMouseLeave={() => leave(true)}
      onBlur={() => leave(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        leave(false);
      }}
    >
      {children}
    </span>
  );
}
