import 'server-only';
import manifest from '@/package.json';

/** The version of Hornbook that runs, as its package says. */
export const version: string = manifest.version;
