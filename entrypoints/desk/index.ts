import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { deskWith } from '@/lib/desk/desk';
import { alertWords } from './alert-words';
import { releaseWords } from './release-words';
import { targetNotice } from './target-notice';

/** What a person asks for as a file of its own: the background loads it at the first such message of its life. */
export default defineUnlistedScript(() => {
  globalThis.archvdDesk = deskWith({ alerts: alertWords, releases: releaseWords, targets: targetNotice });
});
