import type { PhraseBook } from "@auscult/metrics";

export const model = {
  modelRanAs: ({ kind, file }) => `Run as ${kind}: ${file}.`,
  modelRuntime: ({ name, version }) => `By ${name}: ${version}.`,
  noReferencePredictions: () =>
    "The plan names no predictions by the vendor, so whether this is the vendor's model as the vendor runs it was not checked.",
  toleranceBecause: ({ reason }) => `Tolerance declared because: ${reason}`,
  rowsScored: () => "Rows scored",
  rowsUnscored: () => "Rows without a score, an input missing",
  largestDifference: () => "Largest absolute difference",
  meanAbsoluteDifference: () => "Mean absolute difference",
  tolerance: () => "Tolerance",
  rowsBeyondTolerance: () => "Rows beyond the tolerance",
  referenceWithoutScore: () => "Rows that the vendor scored and the model here did not",
  scoreWithoutReference: () => "Rows scored here without a prediction by the vendor",
  differenceByReference: () => "Difference from the vendor's predictions, by tenths of the vendor's prediction",
  referenceFrom: () => "Vendor's prediction from",
  referenceTo: () => "to",
  inputsOfModel: () => "Inputs, in the model's order",
  column: () => "Column",
  nameInModel: () => "Name in the model",
  unitOfModel: () => "Unit",
  handedOverAs: () => "Handed over as",
  whereMissing: () => "Where missing",
  missingNoScore: () => "no score",
  missingToModel: () => "handed to the model",
  missingFilled: ({ value }) => `taken as ${value}`,
} satisfies Partial<PhraseBook>;
