import { Button, Group, Modal } from '@mantine/core';
import { createContext, useCallback, useContext, useEffect, useId, useMemo, useState, type ReactNode } from 'react';
import { t } from './text';

/** Told by forms whether they hold something that is not saved. */
type Tell = (form: string, isTyped: boolean) => void;

const UnsavedContext = createContext<Tell | null>(null);

/**
 * What a form holds. While that is not what it began with, its drawer asks before Escape, a click beside it or its cross
 * throws it away; Cancel of the form itself is meant. Elsewhere than in a drawer it does nothing.
 *
 * @param held anything that can be written as JSON
 * @returns to be called with what the form goes on with after it saved without closing
 */
export function useTyped(held: unknown): (next: unknown) => void {
  const tell = useContext(UnsavedContext);
  const id = useId();
  const now = JSON.stringify(held);
  const [begun, setBegun] = useState(now);
  const isTyped = now !== begun;
  useEffect(() => {
    tell?.(id, isTyped);
    return () => tell?.(id, false);
  }, [tell, id, isTyped]);
  return useCallback((next) => setBegun(JSON.stringify(next)), []);
}

/** How a drawer closes when it may hold something that is not saved. */
interface Guard {
  /** In place of its own way to close: asks first where something was typed. */
  readonly close: () => void;
  /** While it asks, Escape and clicks are the question's. */
  readonly asking: boolean;
  readonly guarded: (children: ReactNode) => ReactNode;
}

export function useUnsavedGuard(onClose: () => void): Guard {
  const [forms] = useState(() => new Set<string>());
  const [asking, setAsking] = useState(false);
  const tell = useMemo<Tell>(
    () => (form, isTyped) => {
      if (isTyped) forms.add(form);
      else forms.delete(form);
    },
    [forms],
  );
  const close = () => {
    if (forms.size === 0) onClose();
    else setAsking(true);
  };
  const discard = () => {
    setAsking(false);
    onClose();
  };
  return {
    close,
    asking,
    guarded: (children) => (
      <UnsavedContext value={tell}>
        {children}
        <Question opened={asking} onKeep={() => setAsking(false)} onDiscard={discard} />
      </UnsavedContext>
    ),
  };
}

interface QuestionProps {
  readonly opened: boolean;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}

/** Going on is what Enter and Escape do: throwing away needs a choice. */
function Question({ opened, onKeep, onDiscard }: QuestionProps) {
  return (
    <Modal
      opened={opened}
      onClose={onKeep}
      title={t('unsaved.title')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      size="sm"
      data-testid="unsaved"
    >
      {t('unsaved.text')}
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onDiscard}>
          {t('unsaved.discard')}
        </Button>
        <Button onClick={onKeep} data-autofocus>
          {t('unsaved.keep')}
        </Button>
      </Group>
    </Modal>
  );
}
