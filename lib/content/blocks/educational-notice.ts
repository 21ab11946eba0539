/** The tag of units, or of a whole deck, about treatment. */
const THERAPY = 'therapy';

/** Whether a card with these tags, in a deck with those, says that it is for education only. */
export function carriesNotice(tags: readonly string[], deckTags: readonly string[]): boolean {
  return tags.includes(THERAPY) || deckTags.includes(THERAPY);
}

/** What then stands under the answer, as HTML. The class is the stylesheet's. */
export const EDUCATIONAL_NOTICE =
  '<p class="educational-notice">For education, not for clinical decisions.</p>';
