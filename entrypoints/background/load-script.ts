/** Only a service worker has it; the DOM's types do not know it. */
declare const importScripts: ((url: string) => void) | undefined;

/**
 * Registers in the first turn what lets a later life load a script: a service worker may import only what it imported
 * while it was being installed. Firefox's background is a page and needs no such thing.
 *
 * @param ready what the script finds in place when it runs
 */
export function keepScript(file: string, ready: () => void = () => undefined): void {
  if (typeof importScripts !== 'function') return;
  const load = importScripts;
  self.addEventListener('install', () => {
    ready();
    load(file);
  });
}

/** Runs a script of the extension in the background's own realm. @throws when it is not there */
export async function loadScript(file: string): Promise<void> {
  if (typeof importScripts === 'function') return importScripts(file);
  await new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = file;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${file} could not be loaded`)));
    document.head.append(script);
  });
}
