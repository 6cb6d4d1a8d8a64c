import { notifications } from '@mantine/notifications';
import { createElement } from 'react';
import { ChoiceToast } from './choice-toast';
import { t } from './text';
import { UndoToast } from './undo-toast';
import { waysBack } from './ways-back';

const closable = () => ({
  withCloseButton: true,
  withBorder: true,
  closeButtonProps: { 'aria-label': t('action.close') },
});

/** A short word about what was done; gone after a while. */
export function toast(message: string): void {
  notifications.show({ message, autoClose: 4000, ...closable() });
}

/** What came of something that cannot be taken back; it is told once, so it stays until it is closed. */
export function toastProof(message: string): void {
  notifications.show({ message, autoClose: false, ...closable() });
}

/** What is quick needs no word that it runs. */
const SLOW_MS = 400;

/** Says that something runs, once it has taken a moment, until what is answered is called. */
export function toastRunning(message: string): () => void {
  let id: string | null = null;
  const timer = setTimeout(() => {
    id = notifications.show({ message, loading: true, autoClose: false, withCloseButton: false, withBorder: true });
  }, SLOW_MS);
  return () => {
    clearTimeout(timer);
    if (id !== null) notifications.hide(id);
  };
}

/** Something did not work; stays until it is closed. */
export function toastProblem(message: string): void {
  notifications.show({
    message,
    color: 'orange',
    autoClose: false,
    ...closable(),
    role: 'alert',
  });
}

/** Something was not done that the person may want all the same; stays until it is closed or chosen. */
export function toastChoice(message: string, verb: string, choose: () => void): void {
  const id = notifications.show({ message: '', color: 'orange', autoClose: false, ...closable(), role: 'alert' });
  const onChoose = () => {
    notifications.hide(id);
    choose();
  };
  notifications.update({ id, message: createElement(ChoiceToast, { message, verb, onChoose }) });
}

/** What was done, with the way back for ten seconds. */
export function toastUndo(message: string, undo: () => void): void {
  const id = notifications.show({ message: '', autoClose: 10_000, ...closable(), onClose: () => waysBack.forget(id) });
  const takeBack = () => {
    notifications.hide(id);
    undo();
  };
  notifications.update({ id, message: createElement(UndoToast, { message, onUndo: takeBack }) });
  waysBack.offer({ id, takeBack });
}
