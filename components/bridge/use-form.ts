import { useState } from 'react';
import { useTyped } from '../ui/unsaved';
import type { Asked } from './ask';

export interface Form<Fields, Problems> {
  readonly fields: Fields;
  /** What is wrong with which field. */
  readonly problems: Problems;
  /** Why it could not be saved though every field was right. */
  readonly refusal: string | null;
  readonly busy: boolean;
  /** What was said against the fields as they were is taken away with it. */
  readonly change: (part: Partial<Fields>) => void;
  readonly setProblems: (problems: Problems) => void;
  /** Saves, once at a time. @returns the answer; null: it was refused, or is being saved already */
  readonly send: <T>(asking: () => Promise<Asked<T>>) => Promise<T | null>;
}

/** What a form holds from being opened until it is saved; its drawer asks before that is lost. */
export function useForm<Fields extends object, Problems extends object>(
  initial: () => Fields,
): Form<Fields, Partial<Problems>> {
  const [fields, setFields] = useState(initial);
  const [problems, setProblems] = useState<Partial<Problems>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useTyped(fields);
  return {
    fields,
    problems,
    refusal,
    busy,
    change: (part) => {
      setFields((before) => ({ ...before, ...part }));
      setProblems({});
      setRefusal(null);
    },
    setProblems,
    send: async (asking) => {
      if (busy) return null;
      setBusy(true);
      const asked = await asking();
      setBusy(false);
      if (asked.ok) return asked.value;
      setRefusal(asked.message);
      return null;
    },
  };
}
