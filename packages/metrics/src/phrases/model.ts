/** What is said of a model that was run here. */
export interface ModelPhrases {
  readonly modelRanAs: { readonly kind: string; readonly file: string };
  readonly modelRuntime: { readonly name: string; readonly version: string };
  readonly noReferencePredictions: null;
  readonly toleranceBecause: { readonly reason: string };
  readonly rowsScored: null;
  readonly rowsUnscored: null;
  readonly largestDifference: null;
  readonly meanAbsoluteDifference: null;
  readonly tolerance: null;
  readonly rowsBeyondTolerance: null;
  readonly referenceWithoutScore: null;
  readonly scoreWithoutReference: null;
  readonly differenceByReference: null;
  readonly referenceFrom: null;
  readonly referenceTo: null;
  readonly inputsOfModel: null;
  readonly column: null;
  readonly nameInModel: null;
  readonly unitOfModel: null;
  readonly handedOverAs: null;
  readonly whereMissing: null;
  readonly missingNoScore: null;
  readonly missingToModel: null;
  readonly missingFilled: { readonly value: string };
}
