import type { ReactNode } from 'react';
import type { PageState } from '@/lib/overlay/page-state';
import { verdictText } from './card-known';
import { cardModel } from './card-model';
import { codeOf, type PageReading, type Told } from './card-question';
import { glanceText, matchText } from './card-words';
import { Profit } from './figure';
import { Icon } from './icon';
import { t } from './text';
import type { LookState } from './use-look';

/** What is drawn from: the page, what is known of its product, the size looked at. */
export interface ViewParts {
  readonly page: PageState;
  readonly state: LookState;
  readonly told: Told;
  readonly label: string | null;
  readonly now: number;
}

export interface View {
  readonly name: string;
  /** How the product was met; null where there is none. */
  readonly match: string | null;
  readonly isDemo: boolean;
  readonly tab: ReactNode;
  readonly tabText: string;
  /** Said aloud when it changes. */
  readonly spoken: string;
}

/** The page hides its product, or says neither which shoe it is nor what it is called. */
export function isUnreadable({ status, reading }: PageState): boolean {
  if (status === 'unreadable' || reading?.pageType === 'blocked') return true;
  return reading !== null && reading.identity.styleCode === null && !isBundle(reading) && !isNameless(reading);
}

/** A shoe without its style code: the person may say it. Several things at once are no one's shoe. */
export function isNameless(reading: PageReading): boolean {
  const { identity } = reading;
  return identity.styleCode === null && identity.title !== null && !isBundle(reading);
}

export function isBundle({ warnings }: PageReading): boolean {
  return warnings.includes('BUNDLE');
}

/** Title and folded tab: one figure that matters, or a mark that there is none yet. */
export function viewOf({ page, state, told, label, now }: ViewParts): View {
  const { reading } = page;
  const name = reading?.identity.title ?? '';
  const isDemo = state.status === 'answered' && state.look.isDemo;
  const match = reading === null ? null : matchText(reading, told);
  const wait: View = { name, match, isDemo, tab: <Icon name="wait" />, tabText: t('card.loading'), spoken: '' };
  if (isUnreadable(page)) return { ...wait, tab: <Icon name="warn" />, tabText: t('card.unreadableTitle') };
  if (reading !== null && isBundle(reading))
    return { ...wait, tab: <Icon name="warn" />, tabText: t('card.bundleTitle') };
  if (reading !== null && codeOf(reading, told) === null)
    return { ...wait, tab: <Icon name="ask" />, tabText: t('card.whichTitle') };
  if (reading === null || state.status === 'asking') return wait;
  if (state.status === 'failed' || state.look.state !== 'known')
    return { ...wait, tab: <Icon name="warn" />, tabText: t('card.notKnown') };
  const model = cardModel(state.look, reading, label, now);
  const { verdict } = model;
  const tab =
    verdict.kind === 'profit' ? (
      <Profit amount={verdict.profit} />
    ) : verdict.kind === 'net' ? (
      <span className="figure strong">~{glanceText(verdict.net)}</span>
    ) : (
      <span className="dim">-</span>
    );
  const words = verdictText(model);
  return { ...wait, name: state.look.product.name, tab, tabText: words, spoken: words };
}
