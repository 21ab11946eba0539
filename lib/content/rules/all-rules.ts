import { foreignWords } from './d06-foreign-words';
import { strayBlanks } from './d07-stray-blanks';
import { minimumInformation } from './f01-minimum-information';
import { enumeration } from './f02-enumeration';
import { twoFacts } from './f03-two-facts';
import { yesOrNo } from './f04-yes-or-no';
import { answerLeak } from './f05-answer-leak';
import { missingContext } from './f06-missing-context';
import { clozeContext } from './f07-cloze-context';
import { trivialCloze } from './f08-trivial-cloze';
import { interference } from './f09-interference';
import { duplicate } from './f10-duplicate';
import { orphan } from './f11-orphan';
import { unsourced } from './f12-unsourced';
import { stale } from './f13-stale';
import { frontLength } from './f14-front-length';
import { vaguePrompt } from './f15-vague-prompt';
import { picture } from './f16-picture';
import { setAsked } from './f17-set';
import { bareNumber } from './f18-bare-number';
import { absolute } from './f19-absolute';
import { reverseMissing } from './f20-reverse-missing';
import { educationalNotice } from './f22-educational-notice';
import type { Rule } from './rule';
import { unknownBlock } from './s01-unknown-block';
import { textAfterHead } from './s02-text-after-head';
import { strayFence } from './s03-stray-fence';
import { unclosedBlock } from './s04-unclosed-block';
import { unitId } from './s05-unit-id';
import { duplicateId } from './s06-duplicate-id';
import { attribute } from './s07-attribute';
import { questionAsHeading } from './s08-question-as-heading';
import { cloze } from './s09-cloze';
import { clozeInCode } from './s10-cloze-in-code';
import { slugCollision } from './s11-slug-collision';
import { danglingReference } from './s12-dangling-reference';
import { frontMatter } from './s13-front-matter';
import { ignore } from './s14-ignore';
import { limits } from './s15-limits';
import { missingPart } from './s16-missing-part';
import { rawHtml } from './s17-raw-html';
import { encoding } from './s18-encoding';

/** Every rule there is, in the order of their numbers. A new rule is a new file and a line here. */
export const ALL_RULES: readonly Rule[] = [
  unknownBlock,
  textAfterHead,
  strayFence,
  unclosedBlock,
  unitId,
  duplicateId,
  attribute,
  questionAsHeading,
  cloze,
  clozeInCode,
  slugCollision,
  danglingReference,
  frontMatter,
  ignore,
  limits,
  missingPart,
  rawHtml,
  encoding,
  minimumInformation,
  enumeration,
  twoFacts,
  yesOrNo,
  answerLeak,
  missingContext,
  clozeContext,
  trivialCloze,
  interference,
  duplicate,
  orphan,
  unsourced,
  stale,
  frontLength,
  vaguePrompt,
  picture,
  setAsked,
  bareNumber,
  absolute,
  reverseMissing,
  educationalNotice,
  foreignWords,
  strayBlanks,
];
