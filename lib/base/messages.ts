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
  unknownPicture: 'There is no such picture.',
  email: 'Enter an e-mail address, such as name@example.org.',
  passwordTooShort: 'Choose a password of at least 10 characters; a few words in a row do well.',
  passwordTooLong: 'Choose a password of at most 128 characters.',
  passwordIsEmail: 'Choose a password other than your e-mail address.',
  passwordMissing: 'Enter your password.',
  wrongCredentials: 'E-mail address and password do not fit together. Check both and try again.',
  wrongPassword: 'This is not your present password. Check it and try again.',
  emailTaken:
    'No account could be made with this e-mail address and password. If you have an account, sign in; if you forgot its password, ask an admin for a link.',
  wrongAdminToken:
    'This admin token does not open anything. Copy it from the server’s first start or from the file admin-token, or leave the field empty.',
  tooManyAttempts: 'Too many attempts. Nothing is lost: wait {minutes} and try again.',
  signedOut: 'You are not signed in any more. Sign in and try again.',
  notAllowed: 'Your account may not do this.',
  noSuchAccount: 'There is no such account.',
  lastAdmin: 'This is the only admin. Make somebody else an admin first.',
  badResetCode:
    'This link does not work any more: it was used, or 15 minutes have passed. Ask for a new one.',
  unknownAttempt: 'There is no such attempt of yours.',
  malformedChanges: 'The request is not a batch of changes.',
  changesTooLarge: 'The request is too large. Send at most 200 changes at a time.',
  malformedChange: 'This change could not be read and was not saved.',
  attemptFinished: 'The attempt was handed in before. Nothing about it can be changed any more.',
  changeLate: 'The time was up before this reached the server. What had been saved by then counts.',
  changeRevealed: 'The answer had been explained by then. The answer given before it stands.',
  unknownOption: 'This option is not one of the question’s. The answer given before stands.',
  noRevealInExam: 'In an exam nothing is explained before the end.',
  nothingFits: 'No case fits this choice at the moment. Choose more topics or another filter.',
  confirmErasure: 'Tick the box to say that you mean it.',
} as const;
