/**
 * The widgets there are, by the name that `::widget{name=…}` gives, with what a reader is told in the place of one
 * where no script runs.
 */
export const WIDGETS: Readonly<Record<string, string>> = {
  'facial-palsy-face':
    'Interactive figure: a face that shows which of its muscles fail for a lesion that you place. It needs JavaScript.',
  'facial-nerve-course':
    'Interactive figure: the course of the facial nerve, and which of its functions are lost below a lesion that you place. It needs JavaScript.',
};
