import type { CardFaces } from '@/lib/content/place-figures';
import type { KeepFiles } from './service-worker';

/** Has the service worker keep files for when there is no network. Without a worker nothing happens. */
export async function keepFiles(paths: readonly string[]): Promise<void> {
  if (paths.length === 0 || navigator.serviceWorker === undefined) return;
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ kind: 'keep', paths } satisfies KeepFiles);
}

/** The addresses of the pictures on these cards, each once. */
export function picturesOn(faces: CardFaces['faces']): readonly string[] {
  const html = Object.values(faces).flatMap(({ frontHtml, backHtml, extraHtml }) => [
    frontHtml,
    backHtml,
    extraHtml ?? '',
  ]);
  return [...new Set(html.flatMap((text) => text.match(/\/media\/[0-9a-f]{64}\.[a-z]+/g) ?? []))];
}
