import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react';
import type { Money } from '@/lib/domain/money/money';
import { Explained, type Explanation } from './explained';
import { moneyText, type MoneyStyle } from './format';
import { t } from './text';

/** Where an unknown figure can be made known, in a word or two. */
export interface Fix {
  readonly text: string;
  readonly href: string;
}

interface FigureProps {
  readonly amount: Money | null;
  /** Why it is not known, when it is not. */
  readonly unknown?: string;
  readonly fix?: Fix;
  readonly explain?: Explanation;
  /** The reason why this is an estimate; such a figure carries `~` and a dotted underline. */
  readonly estimate?: string | null;
  readonly inList?: boolean;
  readonly cents?: MoneyStyle['cents'];
}

interface UnknownProps {
  readonly why: string;
  readonly fix?: Fix | undefined;
  readonly inList?: boolean;
}

/** `-` with its reason, or the way to make it known: unknown is never shown as zero. */
export function Unknown({ why, fix, inList = false }: UnknownProps) {
  if (fix !== undefined) {
    return (
      <a
        className="archvd-fix"
        href={fix.href}
        title={why}
        data-cell-stop={inList || undefined}
        tabIndex={inList ? -1 : 0}
      >
        {fix.text}
      </a>
    );
  }
  return (
    <Explained what={{ note: why }} inList={inList}>
      <span aria-hidden="true">-</span>
      <span className="archvd-hidden">{t('figure.unknown')}</span>
    </Explained>
  );
}

function explanationOf({ explain, estimate }: FigureProps): Explanation | null {
  if (!estimate) return explain ?? null;
  return { ...explain, note: explain?.note === undefined ? estimate : `${explain.note} ${estimate}` };
}

/** The mark of an estimate, quieter than the figure so that its sign is seen first. */
function About() {
  return <span style={{ color: 'var(--mantine-color-dimmed)', marginRight: 1, fontWeight: 400 }}>~</span>;
}

/** An amount: `$142`, `£98.40`, `~$80` when estimated, `-` when unknown. */
export function MoneyFigure(props: FigureProps) {
  const { amount, estimate, inList = false } = props;
  if (amount === null) return <Unknown why={props.unknown ?? t('figure.unknownWhy')} fix={props.fix} inList={inList} />;
  const text = moneyText(amount, { cents: props.cents ?? (estimate ? 'glance' : 'auto') });
  const figure = (
    <span className="archvd-figure archvd-strong">
      {estimate ? <About /> : null}
      {text}
    </span>
  );
  const what = explanationOf(props);
  return what === null ? (
    figure
  ) : (
    <Explained what={what} inList={inList} estimated={Boolean(estimate)}>
      {figure}
    </Explained>
  );
}

export interface ProfitFigureProps extends FigureProps {
  readonly size?: number;
  readonly withIcon?: boolean;
}

/** Gain or loss, told by sign, arrow and colour together. */
export function ProfitFigure(props: ProfitFigureProps) {
  const { amount, estimate, inList = false, withIcon = true } = props;
  if (amount === null) return <Unknown why={props.unknown ?? t('figure.unknownWhy')} fix={props.fix} inList={inList} />;
  const text = moneyText(amount, { sign: 'always', cents: props.cents ?? (estimate ? 'glance' : 'auto') });
  // What is rounded to nothing is neither gain nor loss.
  const direction = /[1-9]/.test(text) ? Math.sign(amount.minor) : 0;
  const Arrow = direction < 0 ? IconArrowDownRight : IconArrowUpRight;
  const color = direction < 0 ? 'var(--archvd-loss)' : direction > 0 ? 'var(--archvd-gain)' : 'inherit';
  const figure = (
    <span className="archvd-figure archvd-strong" style={{ color }}>
      {estimate ? <About /> : null}
      {text}
      {withIcon && direction !== 0 ? (
        <Arrow
          size={props.size ?? 13}
          stroke={2.2}
          aria-hidden="true"
          style={{ marginLeft: 2, verticalAlign: '-0.12em' }}
        />
      ) : null}
    </span>
  );
  const what = explanationOf(props);
  return what === null ? (
    figure
  ) : (
    <Explained what={what} inList={inList} estimated={Boolean(estimate)}>
      {figure}
    </Explained>
  );
}
