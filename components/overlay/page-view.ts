import type { PageView } from '@/lib/messaging/page-view';
import type { PageState } from '@/lib/overlay/page-state';
import { NOTHING_TOLD, questionOf, selectedLabel } from './card-question';
import { pageReport } from './page-report';

/** What the side panel beside a page is told of it. */
export function pageViewOf(state: PageState): PageView {
  const { generation, status, url, reading } = state;
  const { title = null, brand = null, styleCode = null } = reading?.identity ?? {};
  return {
    generation,
    status,
    url: addressOf(url),
    title: title?.slice(0, 200) ?? null,
    brand: brand?.slice(0, 100) ?? null,
    styleCode:
      styleCode === null
        ? null
        : { code: styleCode.canonical, layer: styleCode.source, confidence: styleCode.confidence },
    question: reading === null ? null : questionOf(reading, NOTHING_TOLD),
    label: reading === null ? null : selectedLabel(reading),
    condition: reading?.condition ?? 'unknown',
    availability: reading?.availability ?? 'unknown',
    release: reading?.release ?? null,
    warnings: [...(reading?.warnings ?? [])],
    report: pageReport(state),
  };
}

function addressOf(url: string): string {
  if (!URL.canParse(url)) return '';
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`.slice(0, 500);
}
