import { orphan } from './f11-orphan';
import { unsourced } from './f12-unsourced';
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
  orphan,
  unsourced,
];
