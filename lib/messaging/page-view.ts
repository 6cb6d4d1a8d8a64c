import * as z from 'zod/mini';
import { PAGE } from './protocol/page';
import { currencyCode, text } from './protocol/parts';

/**
 * What the card on a page tells the side panel beside it, over a port of its own. A page is trusted with nothing, so the
 * panel checks every one; what it shows of alias it looks up in the books by itself.
 */
export const pageView = z.object({
  /** Rises with every navigation of the page. */
  generation: z.int(),
  status: z.enum(['loading', 'reading', 'unreadable', 'gone']),
  /** Without query and fragment. */
  url: text(500),
  title: z.nullable(text(200)),
  brand: z.nullable(text(100)),
  styleCode: z.nullable(
    z.object({ code: text(40), layer: text(20), confidence: z.number().check(z.minimum(0), z.maximum(1)) }),
  ),
  /** What is to be looked up; null: the page does not say which shoe it is. */
  question: z.nullable(PAGE['page/look-up'].input),
  /** The size chosen on the page, as the question calls it. */
  label: z.nullable(text(40)),
  condition: z.enum(['new', 'used', 'new_defects', 'unknown']),
  availability: z.enum(['in_stock', 'sold_out', 'unknown']),
  /** When the page says it comes out; a price whose currency it does not say is null. */
  release: z.nullable(
    z.object({
      date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
      retailPrice: z.nullable(
        z.object({ minor: z.int().check(z.minimum(1), z.maximum(1e12)), currency: z.nullable(currencyCode) }),
      ),
    }),
  ),
  warnings: z.array(text(40)).check(z.maxLength(30)),
  /** What a person can copy for us about a page that cannot be read. */
  report: text(4000),
});

export type PageView = z.output<typeof pageView>;

/** What a page sent, or null when it is not of this shape. */
export function readPageView(sent: unknown): PageView | null {
  const parsed = pageView.safeParse(sent);
  return parsed.success ? parsed.data : null;
}
