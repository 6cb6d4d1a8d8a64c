import { useEffect, useRef, useState } from 'react';
import { t } from '../ui/text';
import { useUnsaved } from './draft-store';
import type { NamedRule } from './rule-commands';
import { RuleRow } from './rule-row';
import styles from './rules.module.css';
import { useRuleOrder } from './use-rule-order';

/** The rules in their order: by dragging, with the buttons, or with Alt and the arrow keys. */
export function RuleList({ rules: stored }: { readonly rules: readonly NamedRule[] }) {
  const { rules, move, said } = useRuleOrder(stored);
  const unsaved = useUnsaved();
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const keepFocus = useFocusOfMoved(list, rules);
  return (
    <>
      <p className={styles['quiet']}>{t('rules.order')}</p>
      <ol className={styles['list']} ref={list} aria-label={t('rules.list')}>
        {rules.map((rule, place) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            place={place}
            count={rules.length}
            unsaved={unsaved.includes(rule.id)}
            dragged={dragged}
            onDrag={setDragged}
            over={over === rule.id}
            onOver={setOver}
            onMove={(id, to) => {
              keepFocus(id);
              move(id, to);
            }}
          />
        ))}
      </ol>
      <div role="status" className="archvd-hidden">
        {said}
      </div>
    </>
  );
}

/** A row that moves is taken out of the page for a moment and would lose the focus with it. */
function useFocusOfMoved(list: React.RefObject<HTMLOListElement | null>, rules: readonly NamedRule[]) {
  const moved = useRef<{ readonly id: string; readonly nth: number } | null>(null);
  const rowOf = (id: string) => list.current?.querySelector(`[data-rule="${CSS.escape(id)}"]`) ?? null;
  const stops = (id: string) => [...(rowOf(id)?.querySelectorAll<HTMLElement>('input, a, button') ?? [])];
  const key = rules.map(({ id }) => id).join(' ');
  useEffect(() => {
    const was = moved.current;
    moved.current = null;
    if (was === null) return;
    const wanted = stops(was.id);
    const place = wanted[was.nth];
    // At the end of the list its arrow has nowhere to go; the one beside it has.
    const next = place?.matches(':disabled') === true ? wanted.find((each) => !each.matches(':disabled')) : place;
    next?.focus();
    // oxlint-disable-next-line react/exhaustive-deps -- after the order changed, and only then
  }, [key]);
  return (id: string) => {
    const nth = stops(id).findIndex((each) => each === document.activeElement);
    if (nth >= 0) moved.current = { id, nth };
  };
}
