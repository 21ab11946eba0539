/** A card or an item as the compiler made it, as far as a plan looks at it. */
export type Made = Readonly<{
  /** `unit:variant` */
  key: string;
  was?: readonly string[];
  position: number;
  contentHash: string;
  answerHash: string;
}>;

/** A card or an item as it is in the database, standing or retired. */
export type Standing<Uid> = Readonly<{
  uid: Uid;
  /** `unit:variant`; `deck/unit:variant` for one that stands in another deck. */
  key: string;
  position: number;
  version: number;
  contentHash: string;
  answerHash: string;
  retired: boolean;
}>;
