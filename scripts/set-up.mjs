// From a fresh clone to a program that can run: packages, database client, threads, production build.
import { buildWorkers } from './build-workers.mjs';
import { databaseFile, databaseUrl, root } from './environment.mjs';
import { installPackages, packagesAreInstalled } from './install.mjs';
import { migrate } from './migrate.mjs';
import { runNext } from './next.mjs';
import { prisma } from './prisma.mjs';
import { progress, SetupError } from './report.mjs';
import { requireWritableDatabase } from './requirements.mjs';
import { once } from './steps.mjs';

const BUILD_INPUTS = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'package-lock.json',
  'next.config.js',
  'next.config.ts',
  'tsconfig.json',
  'proxy.ts',
  'instrumentation.ts',
  'postcss.config.mjs',
];

/** Packages, database client and threads. Enough for the command line, `next dev` and the type checker. */
export async function installAndGenerate(environment) {
  await once({
    name: 'install',
    base: root,
    inputs: ['package-lock.json'],
    artefact: 'node_modules',
    isDone: packagesAreInstalled,
    run: () => installPackages(environment),
  });
  await once({
    name: 'generate',
    base: root,
    inputs: ['prisma/schema.prisma', 'package-lock.json'],
    artefact: 'lib/db/generated/client.ts',
    run: () => {
      progress('Generating the database client');
      const { status, output } = prisma(['generate'], environment, { quiet: true });
      if (status === 0) return;
      process.stderr.write(output);
      throw new SetupError(
        'The database client could not be generated: repair prisma/schema.prisma (see above).',
      );
    },
  });
  await buildWorkers();
}

/** The production build, unless the one that is there came from the same sources. */
export async function build(environment) {
  await once({
    name: 'build',
    base: root,
    inputs: BUILD_INPUTS,
    ignore: isNoBuildInput,
    artefact: '.next/BUILD_ID',
    run: () => {
      progress('Building (half a minute or so)');
      if (runNext(['build'], { ...environment, NODE_ENV: 'production' }) !== 0) {
        throw new SetupError('The build failed: repair what is named above and try again.');
      }
    },
  });
}

/** A database that stands and has every migration. */
export async function prepareDatabase(environment) {
  const url = databaseUrl(environment);
  requireWritableDatabase(databaseFile(url));
  await migrate(environment);
  return url;
}

function isNoBuildInput(file) {
  // The generated client follows from the schema, which is an input itself.
  return /\.test\.tsx?$/.test(file) || file === 'lib/testing' || file === 'lib/db/generated';
}
