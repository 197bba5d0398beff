import type { PhraseBook } from "@auscult/metrics";

export const model = {
  modelRanAs: ({ kind, file }) => `Kørt som ${kind}: ${file}.`,
  modelRuntime: ({ name, version }) => `Med ${name}: ${version}.`,
  noReferencePredictions: () =>
    "Planen nævner ingen prædiktioner fra leverandøren, så det er ikke kontrolleret, om dette er leverandørens model, som leverandøren kører den.",
  toleranceBecause: ({ reason }) => `Tolerancen er begrundet med: ${reason}`,
  rowsScored: () => "Rækker med score",
  rowsUnscored: () => "Rækker uden score, et input mangler",
  largestDifference: () => "Største absolutte forskel",
  meanAbsoluteDifference: () => "Gennemsnitlig absolut forskel",
  tolerance: () => "Tolerance",
  rowsBeyondTolerance: () => "Rækker uden for tolerancen",
  referenceWithoutScore: () => "Rækker, som leverandøren gav en score, og modellen her ikke gjorde",
  scoreWithoutReference: () => "Rækker med score her, uden en prædiktion fra leverandøren",
  differenceByReference: () => "Forskel fra leverandørens prædiktioner, efter tiendedele af leverandørens prædiktion",
  referenceFrom: () => "Leverandørens prædiktion fra",
  referenceTo: () => "til",
  inputsOfModel: () => "Input, i modellens rækkefølge",
  column: () => "Kolonne",
  nameInModel: () => "Navn i modellen",
  unitOfModel: () => "Enhed",
  handedOverAs: () => "Afleveret som",
  whereMissing: () => "Hvor det mangler",
  missingNoScore: () => "ingen score",
  missingToModel: () => "afleveret til modellen",
  missingFilled: ({ value }) => `sat til ${value}`,
} satisfies Partial<PhraseBook>;
