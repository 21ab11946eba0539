import { vignette } from './items/example';
import { englishItemsOf } from './items/items-of';
import { judgesStatements } from './m04-cover-the-options';
import type { Rule } from './rule';

const UNFOCUSED =
  /\b(?:is|are) (?:most )?(?:\w{1,15}ly )?(?:associated with|related to|a feature of|characteristic of)\b|\b(?:regarding|concerning|with (?:regard|respect) to|in relation to|what about)\b/i;

/** Where M04 has spoken already, this rule is silent. */
export const unfocusedLeadIn: Rule = {
  id: 'M32-unfocused-lead-in',
  severity: 'warning',
  summary: 'Let the lead-in name what is looked for, not "is associated with" or "regarding".',
  why: 'Almost anything is associated with anything, so several options are defensible (NBME Item-Writing Guide: unfocused stem).',
  ok: [vignette({ leadIn: 'Which of the following findings is most likely on examination?' })],
  notOk: [
    vignette({ leadIn: 'Which of the following is associated with this condition?' }),
    vignette({ leadIn: 'Which of the following applies regarding her reflexes?' }),
  ],
  check(deck, report) {
    for (const { file, leadIn, firstOfSet } of englishItemsOf(deck)) {
      const found = firstOfSet && !judgesStatements(leadIn.text) ? UNFOCUSED.exec(leadIn.text) : null;
      if (found !== null)
        report(file, {
          span: leadIn.spanOf(found.index, found.index + found[0].length),
          message: `“${found[0]}” leaves open what is asked.`,
          hint: 'Name it: the cause, the site, the mechanism, the complication, the next finding.',
        });
    }
  },
};
