import { useCallback, useEffect, useState } from 'react';
import type { sendFromPage } from '@/lib/messaging/page-client';
import type { PageState } from '@/lib/overlay/page-state';
import type { FirstLook } from './ask-ahead';
import { USE_BY_MS, wantsReading, type Look } from './card-model';
import { questionOf, type LookQuestion, type Told } from './card-question';

export type Send = typeof sendFromPage;

/** What is known about the page's product. An answer belongs to the navigation and the style code it was asked for. */
export type LookState =
  | { readonly status: 'asking' }
  | { readonly status: 'failed'; readonly message: string }
  | Answered;

interface Answered {
  readonly status: 'answered';
  readonly look: Look;
  /** alias is being read for it. */
  readonly reading: boolean;
  /** Why alias could not be read. */
  readonly refusal: string | null;
}

interface Kept {
  /** Navigation, style code and chosen item: whatever differs in these is about another product. */
  readonly about: string;
  readonly state: LookState;
}

const ASKING: LookState = { status: 'asking' };

/** What the person looks at of the page's product. */
interface LookedAt {
  readonly told: Told;
  readonly label: string | null;
  /** What is known before the card asks anything. */
  readonly first: FirstLook | null;
}

/**
 * Asks for the page's product, has alias read when that is due, and asks again. An answer that comes after the page has
 * moved on is thrown away; figures of another product are never shown, not for one frame.
 */
export function useLook(send: Send, page: PageState, { told, label, first }: LookedAt, now: number) {
  const [attempt, setAttempt] = useState(0);
  const { generation, reading } = page;
  const question = reading === null ? null : questionOf(reading, told);
  const about = question === null ? null : `${generation}|${question.styleCode}|${told.catalogId ?? ''}`;
  const asked = question === null ? null : JSON.stringify(question);
  const [kept, setKept] = useState<Kept | null>(() =>
    first === null || about === null || first.asked !== asked ? null : { about, state: answered(first.look, label) },
  );
  // Every quarter of an hour a page that stays open is looked up again.
  const slot = Math.floor(now / USE_BY_MS);

  useEffect(() => {
    if (asked === null || about === null) return undefined;
    const stop = new AbortController();
    const tell = (state: LookState) => {
      if (!stop.signal.aborted) setKept((before) => (isSame(before, about, state) ? before : { about, state }));
    };
    void lookAndRead({ send, question: JSON.parse(asked) as LookQuestion, label, tell, signal: stop.signal });
    return () => stop.abort();
  }, [send, about, asked, label, attempt, slot]);

  const again = useCallback(() => setAttempt((before) => before + 1), []);
  return { state: kept !== null && kept.about === about ? kept.state : ASKING, again };
}

/** What was known before the card was drawn is told once more by who asked: nothing is drawn anew for it. */
function isSame(before: Kept | null, about: string, state: LookState): boolean {
  if (before?.about !== about || before.state.status !== 'answered' || state.status !== 'answered') return false;
  const { look, reading, refusal } = before.state;
  return look === state.look && reading === state.reading && refusal === state.refusal;
}

function answered(look: Look, label: string | null): Answered {
  return { status: 'answered', look, reading: wantsReading(look, label, Date.now()), refusal: null };
}

/** The size as the books know it, or, of a product they do not know yet, as the page's number. */
function usSizeOf(look: Look, question: LookQuestion, label: string | null): number | null {
  if (look.state === 'known') return look.sizes.find((size) => size.label === label)?.usSize ?? null;
  return question.sizes.find((size) => size.label === label)?.value ?? null;
}

interface Errand {
  readonly send: Send;
  readonly question: LookQuestion;
  readonly label: string | null;
  readonly tell: (state: LookState) => void;
  readonly signal: AbortSignal;
}

async function lookAndRead({ send, question, label, tell, signal }: Errand): Promise<void> {
  try {
    const look = await send('page/look-up', question);
    const state = answered(look, label);
    tell(state);
    if (!state.reading) return;
    await shown(signal);
    if (look.state === 'known') await rested(signal);
    if (signal.aborted) return;
    const usSize = usSizeOf(look, question, label);
    const { site, styleCode, catalogId } = question;
    const read = await send('page/refresh', { site, styleCode, catalogId, usSize });
    if (signal.aborted) return;
    const refusal = read.state === 'failed' ? read.error.message : null;
    const news = read.state === 'failed' || read.state === 'fresh' ? look : await send('page/look-up', question);
    tell({ status: 'answered', look: news, reading: false, refusal });
  } catch (error) {
    tell({ status: 'failed', message: error instanceof Error ? error.message : '' });
  }
}

/** A tab in the background asks alias nothing until somebody looks at it. */
async function shown(signal: AbortSignal): Promise<void> {
  if (document.visibilityState === 'visible') return;
  await new Promise<void>((resolve) => {
    const look = () => {
      if (document.visibilityState === 'visible') resolve();
    };
    document.addEventListener('visibilitychange', look, { signal });
    signal.addEventListener('abort', () => resolve());
  });
}

/** Whoever runs through the sizes with the arrow keys wants to see none of those in between. */
const REST_MS = 300;

async function rested(signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, REST_MS);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
