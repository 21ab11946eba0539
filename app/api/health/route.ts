import { checkHealth } from '@/lib/ops/system/check-health';
import { reply, route } from '@/lib/web/api';
import { database } from '@/lib/web/database';
import { version } from '@/lib/web/version';

/** For monitors: 200 when answers can be taken, 503 when not. */
export const GET = route(async () => {
  const health = await database().then(
    (db) => checkHealth({ db }),
    () => null,
  );
  const healthy = health?.database === 'ok' && health.migrations.unfinished.length === 0;
  return reply({ status: healthy ? 'ok' : 'failing', version, ...health }, healthy ? 200 : 503);
});
