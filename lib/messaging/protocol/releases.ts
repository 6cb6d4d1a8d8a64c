import * as z from 'zod/mini';
import { amount, failure, text } from './parts';

const id = text(64).check(z.minLength(1));
const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const retail = z.nullable(z.object({ minor: z.int().check(z.minimum(1)), currency: amount.shape.currency }));

const release = z.object({
  catalogId: z.nullable(text(200)),
  styleCode: z.nullable(text(40)),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  brand: text(100),
  date,
  at: z.nullable(z.int().check(z.minimum(0))),
  retailPrice: retail,
  url: z.nullable(text(500)),
  note: text(1000),
  remind: z.boolean(),
});

const changed = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), undoId: z.nullable(z.string()) }),
  z.object({ ok: z.literal(false), error: failure }),
]);

/** Releases: what comes out when. */
export const RELEASES = {
  /** `id: null` writes a new one down. */
  'releases/save': {
    from: 'page',
    effect: 'command',
    input: z.object({ id: z.nullable(id), release }),
    output: changed,
  },
  'releases/remove': {
    from: 'page',
    effect: 'command',
    input: z.object({ ids: z.array(id).check(z.minLength(1), z.maxLength(1000)) }),
    output: changed,
  },
  /** Shows a release of the catalogue no more, or again. */
  'releases/hide': {
    from: 'page',
    effect: 'command',
    input: z.object({ catalogId: text(200), hidden: z.boolean() }),
    output: changed,
  },
  /** The lines of a calendar that was read already. Entries known by their `ref` are brought up to date. */
  'releases/import': {
    from: 'page',
    effect: 'command',
    size: 'large',
    input: z.object({
      fileName: text(200),
      digest: text(64),
      entries: z
        .array(z.object({ ref: text(300).check(z.minLength(1)), release }))
        .check(z.minLength(1), z.maxLength(2000)),
    }),
    output: z.discriminatedUnion('ok', [
      z.object({
        ok: z.literal(true),
        added: z.int(),
        changed: z.int(),
        same: z.int(),
        undoId: z.nullable(z.string()),
      }),
      z.object({ ok: z.literal(false), error: failure }),
    ]),
  },
} as const;
