import { plainText } from './plain-text';

/** What the guards of these sites write above their own pages, in the languages of the places. */
const TITLES =
  /access (?:to this page has been )?denied|access blocked|403 forbidden|verify (?:that )?(?:you(?:'|’)?(?: a)?re (?:a )?human|yourself)|are you a (?:human|robot)|robot or human|just a moment|attention required|pardon our interruption|security (?:check|measure)|checking your browser|one more step|captcha|before (?:we|you) continue|nur einen moment|zugriff verweigert|(?:un (?:instant|momento|attimo)|een moment|chwileczkę)(?:…|\.\.\.)|acc[èe]s refus[ée]|accesso negato|acceso denegado|acesso negado|toegang geweigerd|odmowa dostępu|bist du ein mensch|êtes-vous (?:un )?humain|アクセスが拒否|しばらくお待ちください|人間であることを/i;

/** A site that shows its things only to those who have logged in. */
const LOGIN =
  /^(?:please )?(?:log ?in|sign ?in|login|anmelden|einloggen|(?:se )?connecter|connexion|connecte-toi|accedi|iniciar sesi[óo]n|inicia sesi[óo]n|inloggen|zaloguj się|ログイン)(?![\p{L}])|\b(?:or|to) (?:sign|log) in\b/iu;

const MARKS =
  '#px-captcha, #px-captcha-wrapper, .px-captcha-container, #challenge-form, #challenge-running, #challenge-error-text, #challenge-stage, iframe[src*="captcha-delivery.com"], script[src*="captcha-delivery.com"], iframe[src*="challenges.cloudflare.com"], .cf-turnstile';

/** What stands above a page that has nothing to show. */
const ERRORS =
  /\b404\b|\b50[0234]\b|\b(?:page|item|product|listing)\b.{0,40}\b(?:not found|no longer (?:available|exists?)|doesn[’']t exist|isn[’']t (?:here|available)|not here|is missing|been removed|unavailable)\b|\b(?:can[’']?t|cannot|couldn[’']t|could not) find (?:the|that|this|what|your)\b|something went wrong|^(?:oops|sorry)\b|error page|we looked everywhere|seite (?:wurde )?(?:nicht gefunden|existiert nicht)|page (?:introuvable|non trouv[ée]e)|pagina non trovata|p[áa]gina n[oã]o? encontrada|pagina niet gevonden|nie znaleziono|ページが見つかりません/i;

/**
 * Whether a guard's page, or the site's question who somebody is, stands where the product should be. Only asked when
 * nothing of a product was found: a shop may sell a shoe called after any of these words, and a question can be laid over
 * a page that is otherwise there.
 */
export function isBlockPage(document: Document): boolean {
  const said = headings(document);
  return said.some((text) => TITLES.test(text) || LOGIN.test(text)) || document.querySelector(MARKS) !== null;
}

/** Whether the site says that there is no such page, or that it failed. Only asked as `isBlockPage` is. */
export function isErrorPage(document: Document): boolean {
  return headings(document).some((text) => ERRORS.test(text));
}

function headings(document: Document): readonly string[] {
  const shown = [...document.querySelectorAll('h1, h2')].slice(0, 3).map((element) => element.textContent);
  return [document.title, ...shown].map((text) => plainText(text, 200)).filter((text) => text !== null);
}
