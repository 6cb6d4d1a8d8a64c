import { alertSentence } from '@/components/ui/alert-sentence';
import { t } from '@/components/ui/text';
import type { DeskWords } from '@/lib/desk/desk-words';

/** What alerts say when they ring, and the digest of those that wait for it. */
export const alertWords: DeskWords['alerts'] = {
  alert: alertSentence,
  digest: ({ count, best }) => ({
    title: t('alert.digestTitle', count, [count]),
    message: count === 1 ? said(best) : t('alert.digestBest', [said(best)]),
  }),
};

function said({ title, message }: { readonly title: string; readonly message: string }): string {
  return message === '' ? title : t('alert.said', [title, message]);
}
