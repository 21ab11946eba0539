/**
 * The text of a new deck: every part of the format once, with comments, and without a single problem. What it teaches
 * is true, but meant to be written over.
 */
export function deckTemplate(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  return `---
deck: ${slug}
title: "${title}"
description: "What a learner can do after this deck."
language: en
tags: [neurology]
objectives:
  O1: { text: "Tell an upper from a lower motor neuron lesion at the bedside.", bloom: apply }
sources:
  # Add tag: V to what you read yourself, and tag: K to what an expert said and nobody looked up yet.
  textbook: { title: "Title of the book or article (Author)", year: 2024, locator: "ch. 1" }
---

## Tone and reflexes {#${slug}-signs}

<!-- What stands between the blocks are the notes: prose for reading. A comment like this one is shown to nobody. -->

A lesion of the lower motor neuron opens the reflex arc. Tone falls and the tendon reflexes fade. Above the arc, a lesion
takes the brakes off: after some days tone and reflexes rise. See [the first question](#${slug}-tone).

<!-- A question: an empty line, three hyphens and an empty line stand before the answer, and again before an explanation.
     The id behind # is the card's name for ever. Leave it out, and \`content format\` gives one. -->

:::qa{#${slug}-tone obj=O1 src=textbook tags="examination"}
What happens to muscle tone below a lower motor neuron lesion?

---

It falls (flaccid)

---

The reflex arc is open: no stretch of the muscle reaches it again.
:::

<!-- A cloze: what is hidden stands in the brackets of :c1[…], :c2[…] and so on; each number is a card of its own. -->

:::cloze{#${slug}-reflexes obj=O1 src=textbook tags="examination"}
After an established upper motor neuron lesion the tendon reflexes are :c1[exaggerated]{hint="stronger or weaker"}, while a lesion of the anterior horn leaves them :c2[absent].
:::
`;
}
