/** The sentences a person reads when something is refused. Each says what happened and what to do. */
export const messages = {
  notALearner: 'Your study place was not found in this browser. Choose “Start studying” to begin.',
  anotherLearner:
    'These answers were given by another learner on this device. They stay here until that learner is back.',
  malformedEvent: 'This answer could not be read. It is kept on this device; please report it.',
  unknownCard: 'The card of this answer is not known here. The answer is kept on this device.',
  idTaken: 'An earlier, different answer already carries this id. The first one stands.',
  notSaved: 'This answer could not be saved yet. It is kept on this device and will be sent again.',
  malformedBatch: 'The request is not a batch of answers.',
  batchTooLarge: 'The request is too large. Send at most 200 answers at a time.',
  busy: 'The server is busy. Nothing is lost: try again in a moment.',
  unexpected:
    'Something went wrong on the server. Nothing you gave was lost on your device: try again in a moment.',
  readOnly:
    'Answers cannot be saved at the moment, because the server’s disk does not take them. They are kept on this device.',
  crossSite: 'This request did not come from Hornbook’s own pages and was refused.',
  unknownDeck: 'There is no such deck.',
} as const;
