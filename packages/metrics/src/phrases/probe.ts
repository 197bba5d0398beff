/** What is said of features that a model was asked about. */
export interface ProbePhrases {
  readonly effectOfFeature: { readonly feature: string };
  readonly curve: null;
  readonly patientsThere: null;
  readonly meanScore: null;
  readonly tenthCentile: null;
  readonly ninetiethCentile: null;
  readonly scoresByFeature: { readonly feature: string };
  readonly modelByFeature: { readonly feature: string };
  readonly noModelToAsk: null;
  readonly askedOf: { readonly rows: number; readonly support: number };
  readonly dependenceTearsApart: null;
  readonly localEffectsStayNear: null;
  readonly observedIsConfounded: null;
  readonly probeIsNotCausal: null;
  readonly observedScores: null;
  readonly partialDependence: null;
  readonly localEffects: null;
  readonly changeFromTo: { readonly from: number | string; readonly to: number | string };
  readonly localChange: null;
  readonly spanOfDependence: null;
}
