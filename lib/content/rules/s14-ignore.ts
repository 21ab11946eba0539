import type { Ignore } from '../parse/read-ignores';
import { readIgnores } from '../parse/read-ignores';
import type { Rule } from './rule';

/** What silences a warning says why, and there is a warning to silence. */
export const ignore: Rule = {
  id: 'S14-ignore',
  severity: 'error',
  summary: 'Name a rule and a reason wherever a warning is ignored, and ignore only what is there.',
  why: 'Without a reason nobody can tell an exception from an oversight, and an entry that outlives its warning would hide the next one.',
  ok: [':::qa{#a src=adams ignore="F11 an aside, no objective"}\nQ?\n\n---\n\nA\n:::'],
  notOk: [
    ':::qa{#a src=adams ignore="F11"}\nQ?\n\n---\n\nA\n:::',
    ':::qa{#a obj=L1 src=adams ignore="F11 nothing to silence"}\nQ?\n\n---\n\nA\n:::',
    ':::qa{#a obj=L1 src=adams ignore="because"}\nQ?\n\n---\n\nA\n:::',
    '---\ndeck: example\ntitle: Example\nignore: { F11: }\n---\n',
  ],
  check(deck, report) {
    for (const file of deck.files)
      for (const entry of readIgnores(file)) {
        if (!/^[A-Z]\d\d$/.test(entry.rule))
          report(file, {
            span: entry.span,
            message: `\`${entry.rule.slice(0, 60)}\` names no rule.`,
            hint: 'Write the number of the rule and the reason: `ignore="F11 why"`.',
          });
        else if (entry.reason === '')
          report(file, {
            span: entry.span,
            message: `\`${entry.rule}\` is ignored without a reason.`,
            hint: 'Say why behind the number of the rule.',
          });
      }
  },
};

/** Told by the compiler once all other rules have spoken; a warning, since mending a text must not break its deck. */
export function unusedIgnore(entry: Ignore): Readonly<{ message: string; hint: string }> {
  return {
    message: `There is no warning of rule ${entry.rule} here to ignore.`,
    hint: 'Remove the entry. Errors cannot be ignored.',
  };
}
