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
import { oneKey } from './m01-one-key';
import { numberOfOptions } from './m02-number-of-options';
import { leadInAsks } from './m03-lead-in-asks';
import { coverTheOptions } from './m04-cover-the-options';
import { negativeLeadIn } from './m05-negative-lead-in';
import { allOfTheAbove } from './m06-all-of-the-above';
import { longestKey } from './m07-longest-key';
import { shortestKey } from './m08-shortest-key';
import { optionOrder } from './m09-option-order';
import { duplicateOptions } from './m10-duplicate-options';
import { mixedOptions } from './m11-mixed-options';
import { grammaticalCue } from './m12-grammatical-cue';
import { wordRepeat } from './m13-word-repeat';
import { absoluteTerms } from './m14-absolute-terms';
import { vagueTerms } from './m15-vague-terms';
import { convergence } from './m16-convergence';
import { exhaustiveSubset } from './m17-exhaustive-subset';
import { overlappingRanges } from './m18-overlapping-ranges';
import { numericForm } from './m19-numeric-form';
import { length } from './m20-length';
import { orderOfTheCase } from './m21-order-of-the-case';
import { ageAndSex } from './m22-age-and-sex';
import { laboratoryValues } from './m23-laboratory-values';
import { vitalSigns } from './m24-vital-signs';
import { spelling } from './m25-spelling';
import { rationales } from './m26-rationales';
import { objectiveAndClaim } from './m27-objective-and-claim';
import { keyPositions } from './m28-key-positions';
import { hingedItem } from './m29-hinged-item';
import { abbreviation } from './m30-abbreviation';
import { doubleQuestion } from './m31-double-question';
import { unfocusedLeadIn } from './m32-unfocused-lead-in';
import { readability } from './m33-readability';
import { fixedOrder } from './m34-fixed-order';
import { discriminatingClue } from './m35-discriminating-clue';
import { pictureTells } from './m36-picture-tells';
import { datedWording } from './m37-dated-wording';
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
import { media } from './s19-media';
import { description } from './s20-description';
import { formula } from './s21-formula';
import { footnote } from './s22-footnote';

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
  media,
  description,
  formula,
  footnote,
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
  oneKey,
  numberOfOptions,
  leadInAsks,
  coverTheOptions,
  negativeLeadIn,
  allOfTheAbove,
  longestKey,
  shortestKey,
  optionOrder,
  duplicateOptions,
  mixedOptions,
  grammaticalCue,
  wordRepeat,
  absoluteTerms,
  vagueTerms,
  convergence,
  exhaustiveSubset,
  overlappingRanges,
  numericForm,
  length,
  orderOfTheCase,
  ageAndSex,
  laboratoryValues,
  vitalSigns,
  spelling,
  rationales,
  objectiveAndClaim,
  keyPositions,
  hingedItem,
  abbreviation,
  doubleQuestion,
  unfocusedLeadIn,
  readability,
  fixedOrder,
  discriminatingClue,
  pictureTells,
  datedWording,
];
