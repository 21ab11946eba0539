import { messages } from '@/lib/base/messages';
import { ok, type Result, refuse } from '@/lib/base/result';
import { isInstant } from '@/lib/base/time';
import { isMergedInto } from '@/lib/db/merging';
import { isDatabaseBusy, isDatabaseUnwritable } from '@/lib/db/writer';
import type { AnswerResult, RejectionCode } from '@/lib/scheduling/answer-result';
import { type SentBatch, SentEvent } from '@/lib/scheduling/inputs';
import type { Ctx } from '../ctx';
import { type EventsToFile, type FiledEvent, fileEvents } from './file-events';

/**
 * Files a batch of what a learner did and brings the memory of the cards up to date: one result for each event, in the
 * order sent. Whatever was sent before is acknowledged again, never counted again. A broken event harms only itself.
 * Refuses `no-learner` without an actor that studies, `busy` when the database could not be written in time, and
 * `read-only` when it takes no writes at all: send it again.
 */
export async function answerCards(
  ctx: Ctx,
  batch: SentBatch,
): Promise<Result<readonly AnswerResult[], 'no-learner' | 'busy' | 'read-only'>> {
  if (ctx.actor.kind !== 'learner') return refuse('no-learner');
  const { learnerId } = ctx.actor;
  // What a guest's device still holds belongs to the account that the guest was brought into.
  if (batch.learnerId !== learnerId && !(await isMergedInto(ctx.db.read, batch.learnerId, learnerId))) {
    return ok(batch.events.map((event) => rejected(idOf(event), 'another-learner', messages.anotherLearner)));
  }
  const parsed = batch.events.map((event) => SentEvent.safeParse(event));
  const request: EventsToFile = {
    learnerId,
    // A clock that is beyond belief says nothing about the skew of the answers.
    sentAt: isInstant(batch.sentAt) ? batch.sentAt : ctx.now,
    receivedAt: ctx.now,
    madeBy: 'device',
    events: parsed.flatMap(({ data }) => data ?? []),
  };
  try {
    const filed = (await file(ctx, request)).values();
    return ok(
      parsed.map((event, index) =>
        event.success
          ? (filed.next().value as AnswerResult)
          : rejected(idOf(batch.events[index]), 'malformed', whyMalformed(event.error.issues[0])),
      ),
    );
  } catch (error) {
    if (isDatabaseBusy(error)) return refuse('busy');
    if (isDatabaseUnwritable(error)) return refuse('read-only');
    throw error;
  }
}

/** Files a request in a group with others'. If it fails even alone, event by event: the rest is not held up. */
async function file({ db }: Ctx, request: EventsToFile): Promise<readonly AnswerResult[]> {
  if (request.events.length === 0) return [];
  try {
    return (await db.writeGrouped(fileEvents, request)).map(resultOf);
  } catch (error) {
    if (isOfDatabase(error)) throw error;
  }
  const results: AnswerResult[] = [];
  for (const event of request.events) {
    try {
      results.push(...(await db.writeGrouped(fileEvents, { ...request, events: [event] })).map(resultOf));
    } catch (error) {
      if (isOfDatabase(error)) throw error;
      results.push({ id: event.id, status: 'failed', message: messages.notSaved });
    }
  }
  return results;
}

/** Whether the failure is the database's, so that trying the events one by one would only fail as often. */
function isOfDatabase(error: unknown): boolean {
  return isDatabaseBusy(error) || isDatabaseUnwritable(error);
}

function resultOf(filed: FiledEvent): AnswerResult {
  const { id, cardUid } = filed.event;
  if (!filed.known) return rejected(id, 'unknown-card', messages.unknownCard);
  const { filing, state } = filed;
  if (filing.conflict) return rejected(id, 'id-taken', messages.idTaken);
  return {
    id,
    status: filing.new ? 'stored' : 'duplicate',
    storedId: filing.id,
    cardUid,
    seq: filing.seq,
    effectiveAt: filing.effectiveAt,
    dueAt: state.memory.kind === 'new' ? null : state.memory.dueAt,
  };
}

function rejected(id: string | null, code: RejectionCode, message: string): AnswerResult {
  return { id, status: 'rejected', code, message };
}

function whyMalformed(issue: Readonly<{ path: PropertyKey[]; message: string }> | undefined): string {
  if (issue === undefined) return messages.malformedEvent;
  return `${messages.malformedEvent} (${issue.path.join('.') || 'event'}: ${issue.message})`;
}

function idOf(event: unknown): string | null {
  const id = typeof event === 'object' && event !== null && 'id' in event ? event.id : null;
  return typeof id === 'string' ? id : null;
}
