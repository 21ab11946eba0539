import 'server-only';
import { inspect } from 'node:util';
import pino from 'pino';
import { settings } from './env';
import { scrubbed, scrubbedText } from './log-scrub';

type Fields = Readonly<Record<string, unknown>>;
type Level = 'debug' | 'info' | 'warn' | 'error';

// Bundles of one process share one log and one memory of the errors it has told.
const shared = globalThis as typeof globalThis & {
  hornbookLog?: pino.Logger;
  hornbookTold?: WeakSet<object>;
};

/**
 * One line of JSON on standard output: an instant, a level, `what` happened and its circumstances, scrubbed of whatever
 * is secret or personal. Nobody else writes to the console.
 */
export const log = {
  debug: (what: string, fields: Fields = {}) => write('debug', what, fields),
  info: (what: string, fields: Fields = {}) => write('info', what, fields),
  warn: (what: string, fields: Fields = {}) => write('warn', what, fields),
  error: (what: string, fields: Fields = {}) => write('error', what, fields),
};

/** Tells an unexpected error with its stack, once, however many layers report it. */
export function logError(what: string, error: unknown, fields: Fields = {}): void {
  shared.hornbookTold ??= new WeakSet();
  if (typeof error === 'object' && error !== null) {
    if (shared.hornbookTold.has(error)) return;
    shared.hornbookTold.add(error);
  }
  write('error', what, { ...fields, error });
}

/**
 * From now on what the framework and packages say on the console becomes lines of the log, scrubbed as all are. Errors
 * are left to those who know the request: the framework prints each before it reports it.
 */
export function takeOverConsole(): void {
  const say =
    (level: Level) =>
    (...words: unknown[]) => {
      if (words.some((word) => word instanceof Error && 'digest' in word)) return;
      write(level, 'console', {
        text: words.map((word) => (typeof word === 'string' ? word : inspect(word))).join(' '),
      });
    };
  Object.assign(globalThis.console, {
    debug: say('debug'),
    log: say('info'),
    info: say('info'),
    warn: say('warn'),
    error: say('error'),
  });
}

function write(level: Level, what: string, fields: Fields): void {
  const secrets = [settings().secret];
  logger()[level](scrubbed(fields, secrets) as object, scrubbedText(what, secrets));
}

function logger(): pino.Logger {
  shared.hornbookLog ??= pino(
    {
      level: settings().logLevel,
      base: { pid: process.pid },
      messageKey: 'what',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    // Synchronous: the last lines before a crash are the ones that matter, and there are few lines.
    pino.destination({ fd: 1, sync: true }),
  );
  return shared.hornbookLog;
}
