import { may } from '@/lib/accounts/permissions';
import { ok, type Result, refuse } from '@/lib/base/result';
import { findAccount, openSessions } from '@/lib/db/accounts';
import { type AttemptPosition, attemptPage } from '@/lib/db/attempt-export';
import { type LogPosition, learnerSettings, logPage, statePage } from '@/lib/db/exporting';
import type { Actor, Ctx } from '../ctx';

const FORMAT = 'hornbook-export';
const VERSION = 1;
/** Rows in memory at a time, whatever the length of a history. */
const PAGE = 1_000;
/** Attempts in memory at a time; each may hold thousands of changes. */
const ATTEMPTS_AT_A_TIME = 20;

/**
 * Everything kept about the actor as one JSON text, in pieces: account, sessions, settings, the log, the
 * states, and the attempts with what they asked and what was done in them. Instants are milliseconds since 1970. The log is read page by page; what is answered meanwhile may or may not be in.
 */
export async function exportOwnData(ctx: Ctx): Promise<Result<AsyncIterable<string>, 'not-allowed'>> {
  const { actor } = ctx;
  if (actor.kind !== 'learner' || !may(actor, 'take own data along')) return refuse('not-allowed');
  return ok(piecesOf(ctx, actor));
}

async function* piecesOf(ctx: Ctx, actor: Extract<Actor, { kind: 'learner' }>): AsyncGenerator<string> {
  const { read } = ctx.db;
  const { learnerId, account } = actor;
  const head = {
    format: FORMAT,
    version: VERSION,
    exportedAt: ctx.now,
    account: account === undefined ? null : await findAccount(read, account.userId),
    sessions:
      account === undefined
        ? []
        : await openSessions(read, { userId: account.userId, here: account.sessionId, now: ctx.now }),
    settings: await learnerSettings(read, learnerId),
  };
  yield `${JSON.stringify(head, null, 1).slice(0, -2)},\n "events": [`;
  let position: LogPosition | null = null;
  for (let first = true; ; first = false) {
    const page = await logPage(read, { learnerId, after: position, limit: PAGE });
    yield linesOf(page, first);
    position = page.at(-1) ?? null;
    if (page.length < PAGE) break;
  }
  yield '\n ],\n "states": [';
  let after: string | null = null;
  for (let first = true; ; first = false) {
    const page = await statePage(read, { learnerId, after, limit: PAGE });
    yield linesOf(page, first);
    after = page.at(-1)?.cardUid ?? null;
    if (page.length < PAGE) break;
  }
  yield '\n ],\n "attempts": [';
  let last: AttemptPosition | null = null;
  for (let first = true; ; first = false) {
    const page = await attemptPage(read, { learnerId, after: last, limit: ATTEMPTS_AT_A_TIME });
    yield linesOf(page, first);
    last = page.at(-1) ?? null;
    if (page.length < ATTEMPTS_AT_A_TIME) break;
  }
  yield '\n ]\n}\n';
}

/** One row a line: a diff or a search finds its way. */
function linesOf(rows: readonly unknown[], first: boolean): string {
  if (rows.length === 0) return '';
  return `${first ? '' : ','}\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}`;
}
