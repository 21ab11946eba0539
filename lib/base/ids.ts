import { validate, version } from 'uuid';

declare const brand: unique symbol;
type Branded<B extends string> = string & { readonly [brand]: B };

/** A person's memory: owner of all study data, guest or not. A UUID. */
export type LearnerId = Branded<'LearnerId'>;
/** A person with an e-mail address and a password; claims one learner. */
export type UserId = Branded<'UserId'>;
/** One browser in which a person is signed in. Names it in lists; opens nothing. */
export type SessionId = Branded<'SessionId'>;
/** A card's identity for ever, minted at its first publish. A UUID. Learners' events refer to it. */
export type CardUid = Branded<'CardUid'>;
/** An event's identity, minted on the device that made it. A UUID; never read as a clock. */
export type EventId = Branded<'EventId'>;
/** Identity of a deck's row. A UUID; authors and addresses use the deck's slug. */
export type DeckId = Branded<'DeckId'>;
/** Identity of one immutable published state of a deck. A UUID. */
export type RevisionId = Branded<'RevisionId'>;
/** Identity of a set of scheduling parameters; stored with every state computed with it. */
export type ParameterSetId = Branded<'ParameterSetId'>;

/** An item of the quiz bank, for ever; its versions are numbered. A UUID. */
export type ItemUid = Branded<'ItemUid'>;
/** One sitting of a block of items. A UUID (version 7), minted where it was begun. */
export type AttemptId = Branded<'AttemptId'>;

/** Whether `text` is a UUID of any version, in canonical lower-case form. */
export function isUuid(text: string): boolean {
  return validate(text) && text === text.toLowerCase();
}

/** Whether `text` is a version 7 UUID in canonical form, the only form in which devices mint event ids. */
export function isUuidV7(text: string): boolean {
  return isUuid(text) && version(text) === 7;
}
