import type { Money } from '@/lib/domain/money/money';
import { toneOf, type Tone } from './card-model';
import { exactText, glanceText, whyText } from './card-words';
import { t } from './text';
import { Explained, type Explanation } from './tip';

/** `-` with its reason: unknown is never shown as zero. */
export function Unknown({ why }: { readonly why: readonly string[] }) {
  return (
    <Explained what={{ note: whyText(why) }}>
      <span aria-hidden="true">-</span>
      <span className="hidden">{t('card.notKnown')}</span>
    </Explained>
  );
}

interface FigureProps {
  readonly amount: Money | null;
  readonly why: readonly string[];
  readonly explain: Explanation;
  readonly estimated?: boolean;
  /** How it is written; at a glance when estimated, else exactly. */
  readonly text?: (amount: Money) => string;
}

/** An amount: `$142`, `~$80` when estimated, `-` when unknown. */
export function Figure({ amount, why, explain, estimated = false, text }: FigureProps) {
  if (amount === null) return <Unknown why={why} />;
  const write = text ?? (estimated ? glanceText : exactText);
  return (
    <Explained what={explain} estimated={estimated}>
      <span className="figure strong">
        {estimated ? <span className="about">~</span> : null}
        {write(amount)}
      </span>
    </Explained>
  );
}

const TONE_WORDS: Record<Tone, () => string> = {
  gain: () => t('card.gain'),
  loss: () => t('card.loss'),
  even: () => t('card.even'),
};

/** Gain or loss, told by sign, arrow and colour together; always an estimate. */
export function ProfitFigure({ amount, why, explain }: Omit<FigureProps, 'estimated' | 'text'>) {
  if (amount === null) return <Unknown why={why} />;
  return (
    <Explained what={explain} estimated>
      <Profit amount={amount} />
    </Explained>
  );
}

/** The bare figure, for where it stands inside a button or a table. */
export function Profit({ amount }: { readonly amount: Money }) {
  const text = glanceText(amount, 'always');
  // What is rounded to nothing is neither gain nor loss.
  const tone = /[1-9]/.test(text) ? toneOf(amount) : 'even';
  return (
    <span className="figure strong" data-tone={tone}>
      {text}
      <Arrow tone={tone} />
      <span className="hidden"> {TONE_WORDS[tone]()}</span>
    </span>
  );
}

function Arrow({ tone }: { readonly tone: Tone }) {
  if (tone === 'even') return null;
  const path = tone === 'gain' ? 'M4 12 12 4M6 4h6v6' : 'M4 4l8 8M6 12h6V6';
  return (
    <svg className="arrow" viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
