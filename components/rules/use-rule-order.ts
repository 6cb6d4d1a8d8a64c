import { useEffect, useRef, useState } from 'react';
import { t } from '../ui/text';
import { moveInList } from './move-in-list';
import { orderRules, type NamedRule } from './rule-commands';

export interface RuleOrder<R> {
  readonly rules: readonly R[];
  readonly move: (id: string, to: number) => void;
  /** Where something was moved to, for who cannot see it. */
  readonly said: string;
}

/** Rules in the order the person gave them, at once; the books follow. */
export function useRuleOrder<R extends NamedRule>(stored: readonly R[]): RuleOrder<R> {
  const [wanted, setWanted] = useState<readonly string[] | null>(null);
  const [said, setSaid] = useState('');
  const latest = useRef(0);
  const key = stored.map(({ id }) => id).join(' ');
  // The books have caught up, or somebody else changed the order: theirs counts.
  useEffect(() => setWanted(null), [key]);
  const ids = wanted ?? stored.map(({ id }) => id);
  const known = new Map(stored.map((rule) => [rule.id, rule]));
  const rules = ids.flatMap((id) => known.get(id) ?? []);
  const move = (id: string, to: number) => {
    const next = moveInList(ids, id, to);
    const place = next.indexOf(id);
    if (place === ids.indexOf(id)) return;
    setWanted(next);
    setSaid(t('rules.moved', [known.get(id)?.name ?? '', String(place + 1), String(next.length)]));
    latest.current += 1;
    const turn = latest.current;
    void orderRules(next).then((kept) => {
      if (!kept && turn === latest.current) setWanted(null);
    });
  };
  return { rules, move, said };
}
