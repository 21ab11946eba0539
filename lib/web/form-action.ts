import 'server-only';
import { headers } from 'next/headers';
import type { z } from 'zod';
import type { FormAnswer } from '@/lib/accounts/form-answer';
import { messages } from '@/lib/base/messages';
import type { Ctx } from '@/lib/ops/ctx';
import { isSameSite } from './api';
import { requestCtx } from './request-ctx';

/** A refusal in words, about one field or (null) about all; `kept` stands in the form again. */
export function refused(
  message: string,
  field: string | null = null,
  kept: Readonly<Record<string, string>> = {},
): FormAnswer {
  return { kind: 'refused', message, field, kept };
}

/** It worked. */
export function done(message: string | null): FormAnswer {
  return { kind: 'done', message, field: null, kept: {} };
}

/** “Too many attempts”, with how long to wait. */
export function waitLonger(waitMs: number): string {
  const minutes = Math.max(1, Math.ceil(waitMs / 60_000));
  return messages.tooManyAttempts.replace('{minutes}', minutes === 1 ? 'a minute' : `${minutes} minutes`);
}

/**
 * What every form of ours goes through: sent from our own page, its fields parsed. `keep` names the fields that stand
 * again in a refused form. Next lets a request without an Origin pass; the fetch metadata of browsers says better.
 */
export async function answerForm<Fields>(
  form: FormData,
  { fields, keep }: Readonly<{ fields: z.ZodType<Fields>; keep: readonly string[] }>,
  act: (ctx: Ctx, fields: Fields) => Promise<FormAnswer>,
): Promise<FormAnswer> {
  const sent = textsOf(form);
  const kept = Object.fromEntries(keep.map((name) => [name, sent[name] ?? '']));
  if (!isSameSite({ headers: new Headers(await headers()) })) return refused(messages.crossSite, null, kept);
  const parsed = fields.safeParse(sent);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refused(issue?.message ?? messages.notAllowed, issue?.path[0]?.toString() ?? null, kept);
  }
  try {
    const answer = await act(await requestCtx(), parsed.data);
    return answer.kind === 'refused' ? { ...answer, kept: { ...kept, ...answer.kept } } : answer;
  } catch (error) {
    if (error instanceof Error && error.name === 'DatabaseBusy') return refused(messages.busy, null, kept);
    throw error;
  }
}

/** The form's texts by name; what React adds for itself, and files, are left out. */
function textsOf(form: FormData): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string' && !name.startsWith('$')) texts[name] = value;
  }
  return texts;
}
