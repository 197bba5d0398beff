/** Heads of columns and other short words that analyses share. */
export interface CommonPhrases {
  readonly group: null;
  readonly rows: null;
  readonly low: null;
  readonly high: null;
  readonly rowsCompared: null;
  readonly rowsLeftOutMissing: null;
  readonly rowsLeftOutNotPositive: null;
}
