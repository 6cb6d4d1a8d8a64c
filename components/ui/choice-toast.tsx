import { Button } from '@mantine/core';

export interface ChoiceToastProps {
  readonly message: string;
  readonly verb: string;
  readonly onChoose: () => void;
}

/** What was not done, and the button that does it all the same. */
export function ChoiceToast({ message, verb, onChoose }: ChoiceToastProps) {
  return (
    <span style={{ display: 'flex', alignItems: 'center', gap: 8 }}>
      <span style={{ flex: 1 }}>{message}</span>
      <Button variant="default" size="compact-sm" onClick={onChoose} data-testid="toast-choice">
        {verb}
      </Button>
    </span>
  );
}
