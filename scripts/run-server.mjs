// What `npm start` and `npm run dev` share: everything but the build and the mode of the server.
import { publishContent } from './command-line.mjs';
import { adminTokenFor, hostName, portNumber, secretFor } from './environment.mjs';
import { startNext } from './next.mjs';
import { say } from './report.mjs';
import { freePort, requireFreePort } from './requirements.mjs';
import { addressOf, attend } from './serve.mjs';
import { build, installAndGenerate, prepareDatabase } from './set-up.mjs';

/** Sets up and serves until a signal. `mode` is 'start' (a production build, made when needed) or 'dev'. */
export async function runServer(mode, environment) {
  const host = hostName(environment);
  // First, because it would be a pity to learn it after minutes of building.
  await requireFreePort(host, portNumber(environment));
  const port = portNumber(environment) || (await freePort(host));

  await installAndGenerate(environment);
  const url = await prepareDatabase(environment);
  const secret = secretFor(environment, url);
  const admin = adminTokenFor(environment, url);
  if (admin.isNew) {
    say(`To become the admin, sign up with this token: ${admin.token}`);
    say(`It is shown this once and kept in ${admin.file}.`);
  }
  // A broken deck is its author's affair: learners keep what was published before.
  if (!publishContent(environment))
    say('Not all of content/ is published (see above); serving what was published before.');
  if (mode === 'start') await build(environment);

  const served = {
    ...environment,
    NODE_ENV: mode === 'start' ? 'production' : 'development',
    HORNBOOK_SECRET: secret,
    HORNBOOK_ADMIN_TOKEN: admin.token,
  };
  await attend(startNext(mode, { host, port, environment: served }), addressOf(host, port));
}
