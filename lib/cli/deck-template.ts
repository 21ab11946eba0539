/**
 * The text of a new deck: every block of the format once, with comments, and without a single problem. What it teaches is
 * true, but meant to be written over. `claim` is one of the library's list, null where it has none.
 */
export function deckTemplate(slug: string, claim: string | null): string {
  const claims = claim === null ? '' : ` claims="${claim}"`;
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

<!-- A table: each row in each column but the first is a card. A dash is no question. -->

:::table{#${slug}-table obj=O1 src=textbook}
| Sign | Upper lesion | Lower lesion |
|------|--------------|--------------|
| Bulk | Preserved | Wasted |
| Fasciculations | – | Present |

:::

<!-- A figure: each mask is a card, by the id of a part of the drawing or a box in percent, \`10,20,30,40\` {#name}. -->

:::figure{#${slug}-figure obj=O1 src=textbook}
![The path of a motor command, from above to below](media/path.svg)

| Mask | Label |
|------|-------|
| \`#horn\` | Anterior horn |
| \`#muscle\` | Muscle |

:::

<!-- A case: story, question in bold, options with rationales, key point. One option is ticked with [x].
     In a library with a list of claims, claims= says which of them the case teaches. -->

:::vignette{#${slug}-case obj=O1 src=textbook links="${slug}-tone ${slug}-reflexes"${claims}}
A 62-year-old man comes to the clinic because his right hand has grown thin and weak over the last 9 months. He has no
pain and no numbness. Temperature is 36.6 °C, pulse 72/min, respirations 14/min and blood pressure 128/78 mm Hg. The
small muscles of the right hand are wasted, and they twitch at rest. Tendon reflexes of the right arm are absent.
Feeling is normal everywhere.

**Which of the following structures is most likely damaged?**

- [x] **A.** Anterior horn
  > Wasting, twitching and lost reflexes without any loss of feeling point to the motor neuron in the cord.
- [ ] **B.** Dorsal root
  > Reflexes would be lost here too, but so would feeling, and no muscle would waste.
- [ ] **C.** Internal capsule
  > Weakness from here comes with brisk reflexes, and the muscle keeps its bulk.

**Key point:** Weakness with wasting, twitching and normal feeling sits in the lower motor neuron.
:::

<!-- A matching set: one list of options, and stems that each name the letter of their key. -->

:::match{#${slug}-where obj=O1 src=textbook${claims}}
**For each patient with a weak leg, which of the following sites is most likely damaged?**

- **A.** Anterior horn
- **B.** Internal capsule
- **C.** Muscle
- **D.** Neuromuscular junction
- **E.** Peripheral nerve
- **F.** Spinal cord

1. A 70-year-old woman woke with a stiff right leg and a weak right face. Her knee jerk is brisk. {#stiff key=B}
   > Face and leg of one side with a brisk jerk: one lesion high in the brain explains them all.
2. A 45-year-old man cannot lift his foot after a cast. The skin over the top of the foot is numb. {#foot key=E}
   > Weakness and numbness share one territory below the knee, which is that of a single nerve.
:::

<!-- A note is prose that is bound to a date: \`content check\` warns when the day of its review is past. -->

:::note{#${slug}-note asOf=2024-01-01 reviewBy=2099-12-31 src=textbook}
Numbers, approvals and guidelines change: say when they were true.
:::
`;
}

/** The drawing that the figure of a new deck shows: the parts that are asked have ids, and their names lie within. */
export const TEMPLATE_DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 240">
  <title>The path of a motor command</title>
  <g id="cortex">
    <circle cx="60" cy="40" r="20" fill="var(--fig-umn)"/>
    <text x="100" y="46" font-size="18" fill="currentColor">Cortex</text>
  </g>
  <path d="M60 60 V100" stroke="currentColor" stroke-width="3"/>
  <g id="horn">
    <circle cx="60" cy="120" r="20" fill="var(--fig-lmn)"/>
    <text x="100" y="126" font-size="18" fill="currentColor">Anterior horn</text>
  </g>
  <path d="M60 140 V180" stroke="currentColor" stroke-width="3"/>
  <g id="muscle">
    <ellipse cx="60" cy="200" rx="36" ry="18" fill="var(--fig-soft)"/>
    <text x="110" y="206" font-size="18" fill="currentColor">Muscle</text>
  </g>
</svg>
`;
