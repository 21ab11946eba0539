import { spanOf } from '../parse/markdown';
import { isComment } from '../render/render-html';
import type { Rule } from './rule';

/** HTML is not interpreted: tags show as they are written. Comments are left out. */
export const rawHtml: Rule = {
  id: 'S17-raw-html',
  severity: 'warning',
  summary: 'Write Markdown instead of HTML tags.',
  why: 'HTML is never interpreted, for safety: learners would see the tags. Comments are left out.',
  ok: ['A <!-- note to myself --> comment.', 'Sodium <130 mmol/l and > 4 h.', '`<b>` in code.'],
  notOk: ['A <b>bold</b> word.', '<script>alert(1)</script>', '<div>\n\ntext\n\n</div>'],
  check(deck, report) {
    for (const file of deck.files)
      for (const node of file.html)
        if (!isComment(node.value))
          report(file, {
            span: spanOf(node),
            message: 'HTML is shown as it is written.',
            hint: 'Use Markdown (`**bold**`, `*italic*`, tables), or `code` to show a tag.',
          });
  },
};
