import { optionAt } from '@/lib/quiz/sitting-model';
import type { SittingCommand } from './keymap';
import type { Desk } from './use-desk';

/** Does what a key asks for; false where it means nothing now, and the browser may have it. */
export function obey(desk: Desk, command: SittingCommand): boolean {
  const { locked, question, current, moves, opened, heading } = desk;
  if (locked) return false;
  switch (command.kind) {
    case 'choose':
      moves.choose(optionAt(question, command.sign));
      // Enter is to answer now, not to press again the tool that was used last.
      if (document.activeElement instanceof HTMLButtonElement)
        heading.current?.focus({ preventScroll: true });
      break;
    case 'strike':
      moves.strike(optionAt(question, command.sign));
      break;
    case 'confidence':
      moves.beSure(command.confidence);
      break;
    case 'onward':
      desk.onward();
      break;
    case 'next':
      if (!desk.isLast) desk.go(current + 1);
      break;
    case 'previous':
      desk.go(current - 1);
      break;
    case 'flag':
      moves.flag();
      break;
    case 'highlight':
      desk.highlight();
      break;
    case 'note':
    case 'keys':
      opened.openDialog(command.kind);
      break;
    case 'ranges':
    case 'calculator':
      opened.togglePanel(command.kind);
      break;
    case 'close':
      if (opened.panel === null) return false;
      opened.closePanel();
      break;
  }
  return true;
}
