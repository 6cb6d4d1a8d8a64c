/**
 * Gives the shadow root that `container` stands in a style sheet. Adopted sheets are no elements, so that a page's policy
 * on styles does not reach them; browsers that refuse them to content scripts get a `<style>` in the shadow root.
 */
export function adoptStyles(container: HTMLElement, css: string): void {
  const root = container.getRootNode();
  if (!(root instanceof ShadowRoot)) throw new Error('The card is not in its shadow root');
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = css;
    root.prepend(style);
  }
}
