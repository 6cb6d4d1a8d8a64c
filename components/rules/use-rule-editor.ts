import { useEffect, useMemo, useState } from 'react';
import { checkRule } from '@/lib/domain/repricing/check-rule';
import type { RuleSettings } from '@/lib/domain/repricing/rule';
import { keepDraft, keptDraft } from './draft-store';
import { fieldProblems } from './field-problems';
import { readDraft } from './read-draft';
import { saveRule } from './rule-commands';
import { draftOf, type RuleDraft } from './rule-draft';
import type { RuleForm } from './rule-form';

/** What the editor begins with. */
export interface EditedFrom {
  /** Where what is unsaved is kept. */
  readonly draftKey: string;
  /** null: a new rule. */
  readonly ruleId: string | null;
  readonly name: string;
  readonly enabled: boolean;
  readonly settings: RuleSettings;
}

export interface RuleEditorState {
  readonly form: RuleForm;
  /** null: not everything can be read yet. */
  readonly settings: RuleSettings | null;
  readonly changed: boolean;
  readonly busy: boolean;
  /** Why the background did not keep it. */
  readonly refusal: string | null;
  readonly save: () => Promise<void>;
  readonly discard: () => void;
}

/** A rule being edited: what is typed, what is wrong with it, and what of it is not saved. */
export function useRuleEditor(from: EditedFrom, onSaved: () => void): RuleEditorState {
  const { draftKey, ruleId, enabled } = from;
  const [before] = useState(() => draftOf(from.name, from.settings));
  const [draft, setDraft] = useState<RuleDraft>(() => keptDraft(draftKey) ?? before);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { settings, problems: unread } = useMemo(() => readDraft(draft), [draft]);
  const words = useMemo(() => fieldProblems(unread, settings === null ? [] : checkRule(settings)), [unread, settings]);
  const changed = JSON.stringify(draft) !== JSON.stringify(before);
  useAskBeforeUnload(changed);
  const change = (part: Partial<RuleDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    setRefusal(null);
    keepDraft(draftKey, JSON.stringify(next) === JSON.stringify(before) ? null : next);
  };
  const save = async () => {
    setTried(true);
    if (busy) return;
    if (settings === null || Object.keys(words).length > 0) return focusProblem();
    setBusy(true);
    const refused = await saveRule({ id: ruleId, name: draft.name.trim(), enabled, settings });
    setBusy(false);
    setRefusal(refused);
    if (refused !== null) return;
    keepDraft(draftKey, null);
    onSaved();
  };
  return {
    form: {
      draft,
      change,
      // What is only missing is told once the person wants to save.
      problem: (field) => (unread[field] === 'needed' && !tried ? undefined : words[field]),
    },
    settings,
    changed,
    busy,
    refusal,
    save,
    discard: () => keepDraft(draftKey, null),
  };
}

/** After the problems have been drawn, the first of them has the focus. */
function focusProblem(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus());
}

/** The browser's own question when the window closes over something unsaved. */
function useAskBeforeUnload(changed: boolean): void {
  useEffect(() => {
    if (!changed) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [changed]);
}
