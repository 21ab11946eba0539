'use server';

import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { type AttemptId, isUuidV7 } from '@/lib/base/ids';
import { messages } from '@/lib/base/messages';
import type { Result } from '@/lib/base/result';
import { MINUTE_MS, SECOND_MS } from '@/lib/base/time';
import type { Ctx } from '@/lib/ops/ctx';
import { startAttempt } from '@/lib/ops/quiz/start-attempt';
import { startDaily } from '@/lib/ops/quiz/start-daily';
import { startRetry } from '@/lib/ops/quiz/start-retry';
import { BlockRequest } from '@/lib/quiz/inputs';
import { isSameSite } from './api';
import { requestCtx } from './request-ctx';

/** Begins the block that a form describes, and leads to it; to the building of blocks when nothing fits. */
export async function startBlock(form: FormData): Promise<void> {
  const request = BlockRequest.safeParse(blockOf(form));
  if (!request.success) redirect('/quiz');
  return lead((ctx) => startAttempt(ctx, request.data));
}

/** Begins today's cases, or goes on with them. */
export async function startDailyCases(form: FormData): Promise<void> {
  const id = Id.safeParse(form.get('id'));
  if (!id.success) redirect('/today');
  return lead((ctx) => startDaily(ctx, { id: id.data }));
}

/** Asks again what was missed in the attempt `of`. */
export async function retryMissed(form: FormData): Promise<void> {
  const fields = z.object({ id: Id, of: z.string().max(64) }).safeParse(Object.fromEntries(form));
  if (!fields.success) redirect('/quiz');
  return lead((ctx) => startRetry(ctx, fields.data));
}

const Id = z
  .string()
  .refine(isUuidV7)
  .transform((id) => id as AttemptId);

type Started = Result<Readonly<{ id: AttemptId }>, 'no-learner' | 'unknown-attempt' | 'nothing-fits'>;

async function lead(start: (ctx: Ctx) => Promise<Started>): Promise<void> {
  if (!isSameSite({ headers: new Headers(await headers()) })) throw new Error(messages.crossSite);
  const started = await start(await requestCtx());
  if (started.ok) redirect(`/quiz/${started.value.id}`);
  redirect(started.error === 'no-learner' ? '/' : '/quiz?nothing=fits');
}

/** The fields of the form as a request; what does not parse is refused as a whole. */
function blockOf(form: FormData): unknown {
  const number = (name: string) => Number(form.get(name));
  const kind = form.get('timing');
  const ms = kind === 'block' ? number('minutes') * MINUTE_MS : number('seconds') * SECOND_MS;
  return {
    id: form.get('id'),
    decks: form.getAll('decks'),
    objectives: form.getAll('objectives'),
    filter: form.get('filter'),
    count: number('count'),
    mode: form.get('mode'),
    timing: kind === 'untimed' ? { kind } : { kind, ms },
  };
}
