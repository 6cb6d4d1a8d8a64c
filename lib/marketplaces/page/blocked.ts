import { plainText } from './plain-text';

/** What the guards of these sites write above their own pages. */
const TITLES =
  /access (?:to this page has been )?denied|access blocked|403 forbidden|verify (?:that )?you(?:'|’)?(?: a)?re (?:a )?human|are you a (?:human|robot)|robot or human|just a moment|attention required|pardon our interruption|security (?:check|measure)|checking your browser|one more step|captcha/i;

const MARKS =
  '#px-captcha, #px-captcha-wrapper, .px-captcha-container, #challenge-form, #challenge-running, #challenge-error-text, iframe[src*="captcha-delivery.com"], script[src*="captcha-delivery.com"]';

/**
 * Whether a guard's page stands where the product should be. Only asked when nothing of a product was found: a shop may
 * sell a shoe called after any of these words, and a question can be laid over a page that is otherwise there.
 */
export function isBlockPage(document: Document): boolean {
  const said = [document.title, document.querySelector('h1')?.textContent];
  return said.some((text) => TITLES.test(plainText(text, 200) ?? '')) || document.querySelector(MARKS) !== null;
}
