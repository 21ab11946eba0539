import type { Instrumentation } from 'next';

/** Runs once when the server starts, before it answers: `startServing` says what must hold. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startServing } = await import('@/lib/web/start-serving');
  await startServing();
}

/** What a page or an action throws: told once with its stack and the id of its request. The person gets a sentence. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { logError } = await import('@/lib/web/log');
  logError(`${context.routeType} failed`, error, {
    id: request.headers['x-request-id'],
    method: request.method,
    path: request.path.split('?', 1)[0],
    route: context.routePath,
  });
};
