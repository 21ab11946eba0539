import { v7 as newId } from 'uuid';
import { openDatabase } from '@/lib/ops/ctx';
import { applyRegrade } from '@/lib/ops/quiz/apply-regrade';
import { previewRegrade } from '@/lib/ops/quiz/preview-regrade';
import { RegradeReason, RegradeRequest } from '@/lib/quiz/regrade-request';
import type { Ruling } from '@/lib/quiz/score';
import { count } from './count';
import { type Options, readOptions } from './read-options';
import type { Surroundings } from './surroundings';
import { UsageError } from './usage-error';

const NAME = 'quiz regrade';

/**
 * `quiz regrade <deck/unit:variant> --version N --accept B,C | --void | --as-authored [--why "…"] [--apply]`: shows what
 * scoring a version otherwise does to every attempt that holds it, and decides it only with `--apply` and a reason.
 */
export async function quizRegrade(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const options = readOptions(NAME, words, {
    '--version': 'value',
    '--accept': 'value',
    '--void': 'alone',
    '--as-authored': 'alone',
    '--why': 'value',
    '--apply': 'alone',
  });
  const request = requestOf(options);
  const applies = options.values.has('--apply');
  const reason = reasonOf(options, applies);
  const { databaseFile, out, err } = surroundings;
  const db = await openDatabase(databaseFile);
  try {
    const ctx = { db, actor: { kind: 'operator' } as const, now: Date.now(), newId: () => newId() };
    const result = await (applies ? applyRegrade(ctx, { ...request, reason }) : previewRegrade(ctx, request));
    if (!result.ok) {
      err(`${REFUSALS[result.error](request)}\n`);
      return 1;
    }
    out(report(request, result.value));
    out(closing(result.value, applies));
    return 0;
  } finally {
    await db.close();
  }
}

type Preview = Extract<Awaited<ReturnType<typeof previewRegrade>>, { ok: true }>['value'];
type Refusal = Extract<Awaited<ReturnType<typeof previewRegrade>>, { ok: false }>['error'];

const REFUSALS: Readonly<Record<Refusal, (request: RegradeRequest) => string>> = {
  'not-allowed': () => 'This may not be decided here.',
  'unknown-item': ({ deck, key }) =>
    `There is no published case ${deck}/${key}: write <deck>/<unit>:<variant>.`,
  'unknown-version': ({ deck, key, version }) => `${deck}/${key} has no version ${version}.`,
  'unknown-option': ({ version }) =>
    `--accept has a letter that version ${version} does not have. Nothing was changed.`,
};

function requestOf({ values, rest }: Options): RegradeRequest {
  const [address = '', ...more] = rest;
  const slash = address.indexOf('/');
  if (slash < 1 || more.length > 0)
    throw new UsageError(`${NAME} takes one case: hornbook ${NAME} <deck/unit:variant> --version N …`);
  const ways = ['--accept', '--void', '--as-authored'].filter((flag) => values.has(flag));
  if (ways.length !== 1) throw new UsageError(`${NAME} needs one of --accept B,C, --void and --as-authored.`);
  const parsed = RegradeRequest.safeParse({
    deck: address.slice(0, slash),
    key: address.slice(slash + 1),
    version: Number(values.get('--version') ?? Number.NaN),
    accepted: values.has('--as-authored') ? null : lettersOf(values.get('--accept')),
  });
  if (parsed.success) return parsed.data;
  const broken = parsed.error.issues[0]?.path[0];
  if (broken === 'version') throw new UsageError(`${NAME} needs --version with a number from 1 on.`);
  if (broken === 'accepted') throw new UsageError('--accept takes letters of options: --accept B,C.');
  throw new UsageError(`There is no case ${address}: write <deck>/<unit>:<variant>.`);
}

/** Letters divided by commas; without any, nothing is accepted and the item is void. */
function lettersOf(text: string | undefined): readonly string[] {
  return text === undefined ? [] : text.split(',').map((letter) => letter.trim());
}

function reasonOf({ values }: Options, needed: boolean): string {
  const { data } = RegradeReason.safeParse(values.get('--why') ?? '');
  if (data !== undefined) return data;
  if (!needed && !values.has('--why')) return '';
  throw new UsageError(
    '--apply needs a reason of at most 500 characters: --why "Both are taught". It is kept.',
  );
}

function report({ deck, key, version }: RegradeRequest, preview: Preview): string {
  const { before, after, answers, learners, running, newest } = preview;
  const changed = answers.filter((answer) => answer.before !== answer.after);
  const gains = changed.filter((answer) => answer.after === 1).length;
  const lines = [
    `${deck}/${key}, version ${version}${version === newest ? '' : ` (the newest is ${newest})`}`,
    ...preview.options.map(({ letter, text }) => `  ${letter}  ${text}`),
    `Right until now: ${told(before)}. Right from now on: ${told(after)}.`,
    `${count(answers.length, 'answer')} of ${count(learners, 'learner')} in attempts that have ended: ` +
      `${gains} gain the mark, ${changed.length - gains} lose it, ${answers.length - changed.length} keep theirs.`,
    ...(running === 0 ? [] : [`${count(running, 'attempt')} still running: scored so once ended.`]),
    ...changed.map(
      ({ attemptId, slot, chosen, before: was, after: is }) =>
        `  ${attemptId}, item ${slot + 1}: ${chosen ?? 'left out'}  ${was} → ${is}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function told({ accepted, voided }: Ruling): string {
  return voided ? 'void, everybody gets the mark' : accepted.join(', ');
}

function closing({ isNews }: Preview, applies: boolean): string {
  if (!isNews) return 'It is scored so already. Nothing was changed.\n';
  return applies
    ? 'Decided, and kept with its reason.\n'
    : 'Nothing was changed. With --apply and --why "…" it is decided.\n';
}
