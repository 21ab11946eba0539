import { serviceWorker } from '@/components/offline/service-worker';

/** The service worker. Its bytes change with each build, which is how browsers learn of a new one. */
export function GET(): Response {
  const build = JSON.stringify(process.env.HORNBOOK_BUILD ?? 'development');
  return new Response(`(${serviceWorker.toString()})(self, ${build});\n`, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' },
  });
}
