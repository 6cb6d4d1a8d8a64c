const PATHS = {
  fold: 'M4 8h8',
  grip: '',
  warn: 'M8 3v6M8 12v.5',
  ask: 'M6 6a2 2 0 1 1 2.8 1.8c-.6.3-.8.7-.8 1.4M8 12v.5',
  best: 'M3.5 8.5l3 3 6-7',
  wait: 'M4 8h.01M8 8h.01M12 8h.01',
} as const;

/** Small line drawings; decorative, the words stand beside them or in the label. */
export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  if (name === 'grip') {
    return (
      <svg className="icon dots" viewBox="0 0 16 16" aria-hidden="true">
        {[4, 8, 12].flatMap((y) => [6, 10].map((x) => <circle key={`${x}-${y}`} cx={x} cy={y} r="1.1" />))}
      </svg>
    );
  }
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
