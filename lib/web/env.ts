import 'server-only';
import path from 'node:path';
import { z } from 'zod';

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

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
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.` })
    .default('info'),
  /** Where backups go; beside the database unless said otherwise. */
  BACKUP_FOLDER: z.string().min(1).optional(),
  /** How many proxies in front of Hornbook append to X-Forwarded-For. */
  TRUSTED_PROXY: z.coerce
    .number({ error: 'TRUSTED_PROXY must be the number of proxies in front of Hornbook: 0, 1, 2 …' })
    .int()
    .min(0)
    .max(9)
    .default(0),
  /** Makes its first bearer an admin. */
  HORNBOOK_ADMIN_TOKEN: z
    .string()
    .min(20, 'HORNBOOK_ADMIN_TOKEN must have at least 20 characters.')
    .optional(),
});

/** The settings this server runs with. Read once; a missing one stops the server with a sentence. */
export type Settings = Readonly<{
  databaseFile: string;
  backupFolder: string;
  secret: string;
  secureCookies: boolean;
  logLevel: (typeof LOG_LEVELS)[number];
  /** The public address; null when it is the one Hornbook listens on. */
  appUrl: string | null;
  trustedProxies: number;
  adminToken: string | null;
}>;

let known: Settings | null = null;

export function settings(): Settings {
  if (known === null) {
    const env = Env.parse(process.env);
    known = {
      databaseFile: env.DATABASE_URL,
      backupFolder: env.BACKUP_FOLDER ?? path.join(path.dirname(env.DATABASE_URL), 'backups'),
      secret: env.HORNBOOK_SECRET,
      secureCookies: env.APP_URL?.startsWith('https:') ?? false,
      logLevel: env.LOG_LEVEL,
      appUrl: env.APP_URL ?? null,
      trustedProxies: env.TRUSTED_PROXY,
      adminToken: env.HORNBOOK_ADMIN_TOKEN ?? null,
    };
  }
  return known;
}
