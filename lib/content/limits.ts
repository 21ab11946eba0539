/**
 * The caps of the format. Each keeps one cost bounded, so that no text, however odd, can hold up the machine that
 * reads it; rule S15 reports what goes over. Lengths are in UTF-16 units, the unit of every offset in this room.
 */

/** One file: about 3,000 plain cards. Larger files are slow to edit and to review, long before they are slow to read. */
export const MAX_FILE_LENGTH = 1_000_000;

/** All files of a deck together: what one publish, one preview and one revision row have to carry. */
export const MAX_DECK_LENGTH = 2_000_000;

/** Files of one deck. */
export const MAX_FILES = 200;

/** Cards and items of one deck: beyond this a deck is several decks, and a publish plan can no longer be read by a person. */
export const MAX_CARDS = 5_000;

/** Options of one vignette or match: their letters are those of the alphabet. */
export const MAX_OPTIONS = 26;

/** Stems of one match: beyond this a set is several sets. */
export const MAX_STEMS = 50;

/** One block, and one paragraph of the notes: the parser's worst cases grow with the square of a paragraph's length. */
export const MAX_BLOCK_LENGTH = 16_384;

/** Quotation and list markers on one line: `>` nested to the depth of a whole line takes the parser seconds. */
export const MAX_MARKER_DEPTH = 16;

/** Colons in one paragraph: each may begin a directive, and the parser looks back over all of them. */
export const MAX_COLONS = 1_000;

/** Labels inside labels (`:c1[… :c2[…]]`): deeper nesting is unreadable and costs the square of its depth. */
export const MAX_LABEL_DEPTH = 32;

/** Attributes between one pair of braces. */
export const MAX_ATTRIBUTES = 64;

/** Levels of the tree of one file: what renders a tree may use one stack frame a level. */
export const MAX_TREE_DEPTH = 100;

/** Front matter of one file. */
export const MAX_FRONT_MATTER_LENGTH = 65_536;

/** Brackets inside brackets in front matter: its reader uses the stack. */
export const MAX_FRONT_MATTER_DEPTH = 32;

/** References to an anchor (`*name`) in front matter: a few lines of them can stand for millions of values. */
export const MAX_FRONT_MATTER_ALIASES = 16;

/** An identifier: it stands in addresses, keys and file names. */
export const MAX_ID_LENGTH = 80;

/** Problems told in one run: nobody mends more at once, and a hostile file could ask for one on every line. */
export const MAX_DIAGNOSTICS = 2_000;

/** TeX of one formula: what sets it uses the stack, and no card asks for more. */
export const MAX_FORMULA_LENGTH = 2_000;

/** Formulas of one file: each takes as long to set as reading thousands of characters of prose. */
export const MAX_FORMULAS = 1_000;

/** A drawing, in bytes: it travels with every page that shows it. */
export const MAX_DRAWING_BYTES = 300_000;

/** Elements of a drawing, and levels of them: what walks the tree may use one stack frame a level. */
export const MAX_DRAWING_ELEMENTS = 5_000;
export const MAX_DRAWING_DEPTH = 64;

/** A photograph or other bitmap, in bytes. */
export const MAX_BITMAP_BYTES = 2_000_000;

/** Its pixels: a small file can stand for a picture that no phone has the memory to unpack. */
export const MAX_BITMAP_PIXELS = 40_000_000;
