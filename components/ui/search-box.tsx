import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState, type Ref } from 'react';

export interface SearchBoxProps {
  readonly label: string;
  readonly value: string;
  /** Told a moment after the last letter. */
  readonly onChange: (text: string) => void;
  /** Told at every letter, for what answers at once. */
  readonly onTyping?: (text: string) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** Typing stays quick: what is asked for follows a moment later. */
export function SearchBox({ label, value, onChange, onTyping, inputRef }: SearchBoxProps) {
  const [typed, setTyped] = useState(value);
  const [told, setTold] = useState(value);
  const tell = useDebouncedCallback((text: string) => {
    setTold(text);
    onChange(text);
  }, 120);
  if (value !== told) {
    setTold(value);
    setTyped(value);
  }
  return (
    <TextInput
      ref={inputRef}
      type="search"
      size="xs"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={14} aria-hidden="true" />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onTyping?.(event.currentTarget.value);
        tell(event.currentTarget.value);
      }}
      style={{ flex: '1 1 var(--search-basis, 180px)', maxWidth: 320 }}
      styles={{ input: { height: 28, minHeight: 28, fontSize: 'var(--archvd-base)' } }}
    />
  );
}
