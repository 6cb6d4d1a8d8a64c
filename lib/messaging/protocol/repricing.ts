import * as z from 'zod/mini';
import { amount, failure, text } from './parts';

const id = text(64).check(z.minLength(1));
const basisPoints = (most: number) => z.int().check(z.minimum(0), z.maximum(most));
const days = z.int().check(z.minimum(1), z.maximum(365));
const money = z.object({ minor: z.int().check(z.minimum(0)), currency: amount.shape.currency });
const distance = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('amount'), amount: money }),
  z.object({ kind: z.literal('percent'), basisPoints: basisPoints(10_000) }),
]);
const target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('break-even') }),
  z.object({ kind: z.literal('margin'), basisPoints: basisPoints(9_900) }),
  z.object({ kind: z.literal('roi'), basisPoints: basisPoints(1_000_000) }),
  z.object({ kind: z.literal('profit'), amount: money }),
]);
const strategy = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('position'), side: z.enum(['below', 'match', 'above']), distance }),
  z.object({ kind: z.literal('velocity'), days }),
  z.object({ kind: z.literal('margin'), target, distance }),
  z.object({
    kind: z.literal('aging'),
    afterDays: z.int().check(z.minimum(0), z.maximum(3650)),
    everyDays: days,
    stepBasisPoints: basisPoints(5000),
    mostBasisPoints: basisPoints(9000),
    revertAfterDays: z.nullable(days),
  }),
  z.object({ kind: z.literal('dynamic'), stepBasisPoints: basisPoints(5000), quietDays: days }),
  z.object({ kind: z.literal('experiment'), experimentId: id }),
]);
const texts = z.array(text(200)).check(z.maxLength(1000));
const minuteOfDay = z.int().check(z.minimum(0), z.maximum(1439));

/** A rule as it is sent; what it means is checked by the domain. */
export const ruleSettings = z.object({
  scope: z.object({
    brands: texts,
    styleCodes: texts,
    usSizes: z.array(z.number()).check(z.maxLength(200)),
    tags: texts,
    age: z.object({ from: z.nullable(z.int()), to: z.nullable(z.int()) }),
    price: z.object({ from: z.nullable(money), to: z.nullable(money) }),
    consigned: z.nullable(z.boolean()),
  }),
  schedule: z.nullable(
    z.object({
      weekdays: z.array(z.int().check(z.minimum(0), z.maximum(6))).check(z.maxLength(7)),
      fromMinute: minuteOfDay,
      toMinute: minuteOfDay,
    }),
  ),
  strategy,
  fallbacks: z.object({
    alone: z.enum(['hold', 'ceiling', 'last-sale']),
    belowFloor: z.enum(['floor', 'hold', 'ceiling']),
  }),
  floor: z.object({ target, ownMinimum: z.nullable(money) }),
  ceiling: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('amount'), amount: money }),
    z.object({
      kind: z.literal('reference'),
      of: z.enum(['last-sale', 'median-sale', 'lowest-ask']),
      basisPoints: z.int().check(z.minimum(1), z.maximum(1_000_000)),
    }),
    z.object({ kind: z.literal('floor'), basisPoints: z.int().check(z.minimum(10_000), z.maximum(1_000_000)) }),
  ]),
});

const refused = z.object({ ok: z.literal(false), error: failure });
const answers = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), ...shape }), refused]);
const undoId = z.nullable(z.string());

/** Rules, runs and the switch. */
export const REPRICING = {
  /** `ruleId: null` makes a new one, last in order and off. */
  'rules/save': {
    from: 'page',
    effect: 'command',
    input: z.object({ ruleId: z.nullable(id), name: text(200), enabled: z.boolean(), settings: ruleSettings }),
    output: answers({ ruleId: z.string(), undoId }),
  },
  'rules/remove': { from: 'page', effect: 'command', input: z.object({ ruleId: id }), output: answers({ undoId }) },
  'rules/enable': {
    from: 'page',
    effect: 'command',
    input: z.object({ ruleId: id, enabled: z.boolean() }),
    output: answers({ undoId }),
  },
  /** All rules in their new order, the one that decides first first. */
  'rules/order': {
    from: 'page',
    effect: 'command',
    input: z.object({ ruleIds: z.array(id).check(z.maxLength(500)) }),
    output: answers({ undoId }),
  },
  /** `live` wants the run the person has just looked at, made at most half an hour before; later ones may leave it out. */
  'repricing/mode': {
    from: 'page',
    effect: 'command',
    input: z.object({ mode: z.enum(['preview', 'live', 'paused']), seenRunId: z.nullable(id) }),
    output: answers({ mode: z.enum(['preview', 'live', 'paused']) }),
  },
  /** Makes a run now: fresh prices first, then decisions; in preview mode nothing is sent. Answers when it has begun. */
  'repricing/run': { from: 'page', effect: 'command', input: z.object({}), output: answers({}) },
  /** Withdraws that wish and ends the run being made before it decides; prices it has read are kept. */
  'repricing/cancel': { from: 'page', effect: 'command', input: z.object({}), output: answers({}) },
  /** Applies decisions of a preview that still hold, decided anew on what is known now. null: all of them. */
  'repricing/apply': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({ runId: id, listingIds: z.nullable(z.array(id).check(z.maxLength(10_000))) }),
    output: answers({
      groupId: z.nullable(z.string()),
      accepted: z.int(),
      skipped: z.array(z.object({ id: z.string(), code: z.string() })),
    }),
  },
  /** Puts the prices of a run back where they were, by the same door and guards; `later`: as soon as they have arrived. */
  'repricing/undo': {
    from: 'page',
    effect: 'command',
    input: z.object({ runId: id }),
    output: answers({
      groupId: z.nullable(z.string()),
      accepted: z.int(),
      later: z.int(),
      skipped: z.array(z.object({ id: z.string(), code: z.string() })),
    }),
  },
  /** Begins an experiment on the listings named; the arms are drawn by chance within matched groups. */
  'experiments/start': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({
      name: text(200),
      days: z.int().check(z.minimum(3), z.maximum(90)),
      listingIds: z.array(id).check(z.minLength(2), z.maxLength(10_000)),
      arms: z
        .array(z.object({ name: text(100), basisPoints: z.int().check(z.minimum(-5000), z.maximum(5000)) }))
        .check(z.minLength(2), z.maxLength(4)),
    }),
    output: answers({ experimentId: z.string() }),
  },
  'experiments/stop': { from: 'page', effect: 'command', input: z.object({ experimentId: id }), output: answers({}) },
  /** The seller's own price bounds of pairs; what is left out stays. */
  'pairs/bounds': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({
      pairIds: z.array(id).check(z.minLength(1), z.maxLength(10_000)),
      minimum: z.optional(z.nullable(money)),
      maximum: z.optional(z.nullable(money)),
    }),
    output: answers({ changed: z.int(), undoId }),
  },
} as const;
