/** Everything that a report says in words, in one language. */
export interface Words {
  /** BCP 47, e.g. "en". */
  readonly language: string;
}
