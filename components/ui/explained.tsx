import {
  createContext,
  useCallback,
  useContext,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { createPortal } from 'react-dom';
import { Age } from './age-text';
import styles from './explained.module.css';
import { t } from './text';

/** Where a figure comes from. Whatever is missing is not shown. */
export interface Explanation {
  readonly formula?: string;
  readonly inputs?: readonly (readonly [label: string, value: string])[];
  readonly source?: string;
  readonly at?: number | null;
  readonly note?: string;
}

interface Host {
  readonly show: (element: HTMLElement, what: Explanation) => void;
  readonly hide: (soon: boolean) => void;
  readonly tipId: string;
}

const HostContext = createContext<Host | null>(null);

/** One tip for the whole page: thousands of figures explain themselves without a thousand floating layers. */
export function ExplainHost({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<{ readonly element: HTMLElement; readonly what: Explanation } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tipId = useId();
  const hide = useCallback((soon: boolean) => {
    clearTimeout(timer.current);
    if (soon) timer.current = setTimeout(() => setShown(null), 120);
    else setShown(null);
  }, []);
  const show = useCallback((element: HTMLElement, what: Explanation) => {
    clearTimeout(timer.current);
    setShown({ element, what });
  }, []);
  const host = useMemo(() => ({ show, hide, tipId }), [show, hide, tipId]);
  return (
    <HostContext value={host}>
      {children}
      {shown === null
        ? null
        : createPortal(
            <Tip
              id={tipId}
              anchor={shown.element}
              what={shown.what}
              onEnter={() => clearTimeout(timer.current)}
              onLeave={() => hide(true)}
            />,
            // What is outside of every landmark is not found by those who go from landmark to landmark.
            document.querySelector('main') ?? document.body,
          )}
    </HostContext>
  );
}

interface TipProps {
  readonly id: string;
  readonly anchor: HTMLElement;
  readonly what: Explanation;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}

function Tip({ id, anchor, what, onEnter, onLeave }: TipProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const tip = box.current;
    if (!tip) return;
    const at = anchor.getBoundingClientRect();
    const below = at.bottom + 4 + tip.offsetHeight <= window.innerHeight;
    tip.style.top = `${Math.max(4, below ? at.bottom + 4 : at.top - 4 - tip.offsetHeight)}px`;
    tip.style.left = `${Math.max(4, Math.min(at.left, window.innerWidth - tip.offsetWidth - 4))}px`;
  }, [anchor, what]);
  return (
    <div ref={box} id={id} role="tooltip" className={styles['tip']} onMouseEnter={onEnter} onMouseLeave={onLeave}>
      {what.formula === undefined ? null : <div className={styles['formula']}>{what.formula}</div>}
      {what.inputs === undefined || what.inputs.length === 0 ? null : (
        <dl className={styles['inputs']}>
          {what.inputs.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="archvd-figure">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {what.note === undefined ? null : <div>{what.note}</div>}
      {what.source === undefined ? null : <div className={styles['source']}>{t('explain.source', [what.source])}</div>}
      {what.at === undefined || what.at === null ? null : (
        <div className={styles['source']}>
          {t('explain.age')} <Age at={what.at} />
        </div>
      )}
    </div>
  );
}

export interface ExplainedProps {
  readonly what: Explanation;
  readonly children: ReactNode;
  /** In long lists the figure is reached with the arrow keys instead of Tab. */
  readonly inList?: boolean;
  readonly estimated?: boolean;
}

/** A figure that tells on hover and on focus how it came about; Escape closes. */
export function Explained({ what, children, inList = false, estimated = false }: ExplainedProps) {
  const host = useContext(HostContext);
  const [open, setOpen] = useState(false);
  const enter = (element: HTMLElement) => {
    host?.show(element, what);
    setOpen(true);
  };
  const leave = (soon: boolean) => {
    host?.hide(soon);
    setOpen(false);
  };
  return (
    <span
      className={styles['target']}
      data-estimated={estimated || undefined}
      data-cell-stop={inList || undefined}
      role="note"
      tabIndex={inList ? -1 : 0}
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
