import 'server-only';
import { z } from 'zod';

const Env = z.object({
  DATABASE_URL: z
    .string({ error: 'DATABASE_URL is missing: start Hornbook with “npm start” or “npm run dev”.' })
    .regex(/^file:\//, 'DATABASE_URL must be an absolute file: URL.')
    .transform((url) => url.slice('file:'.length)),
  HORNBOOK_SECRET: z
    .string({ error: 'HORNBOOK_SECRET is missing: start Hornbook with “npm start” or “npm run dev”.' })
    .min(32, 'HORNBOOK_SECRET must have at least 32 characters.'),
  /** The public address, when Hornbook is served under another one than it listens on. */
  APP_URL: z.url().optional(),
});

/** The settings this server runs with. Read once; a missing one stops the server with a sentence. */
export type Settings = Readonly<{ databaseFile: string; secret: string; secureCookies: boolean }>;

let known: Settings | null = null;

export function settings(): Settings {
  if (known === null) {
    const env = Env.parse(process.env);
    known = {
      databaseFile: env.DATABASE_URL,
      secret: env.HORNBOOK_SECRET,
      secureCookies: env.APP_URL?.startsWith('https:') ?? false,
    };
  }
  return known;
}
