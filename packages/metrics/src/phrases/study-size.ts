import type { Fact } from "../phrases.ts";

export interface StudySizePhrases {
  readonly studySizeOf: { readonly title: Fact };
  readonly sizeInAll: { readonly rows: Fact };
  readonly sizeUnreachable: null;
  readonly sizeMonths: { readonly months: Fact; readonly perMonth: Fact };
  readonly sizeNoRate: null;
  readonly sizeAnticipated: { readonly level: Fact; readonly reason: Fact };
  readonly sizeSlopeNormal: null;
  readonly sizeSlopeScores: null;
  readonly sizeGroupsAsAll: null;
  readonly sizeCriteria: null;
  readonly sizePrecisionOf: null;
  readonly sizeExpected: null;
  readonly sizeWidth: null;
  readonly sizeRows: null;
  readonly sizeEvents: null;
  readonly sizeShare: null;
  readonly sizeRowsInAll: null;
  readonly sizeMonthsShort: null;
  readonly sizeComparisons: null;
  readonly sizeBetween: null;
  readonly sizeAsked: null;
  readonly sizeMetric: null;
  readonly sizeMargin: null;
  readonly sizePower: null;
  readonly sizeOfFirst: null;
  readonly sizeOfSecond: null;
  readonly sizeShowAlike: null;
  readonly sizeFindGap: null;
}
