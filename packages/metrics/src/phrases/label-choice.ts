import type { Fact } from "../phrases.ts";

// Types, not interfaces: facts of a phrase are looked up by name.
type Between = {
  readonly measure: Fact;
  readonly group: Fact;
  readonly reference: Fact;
};

/** What the verdict on a label and a need says in plain words; gaps are phrases of `gapHigher`, `gapLower` or `gapTimes`. */
type LeadFacts = {
  readonly label: Fact;
  readonly need: Fact;
  readonly group: Fact;
  readonly reference: Fact;
  readonly labelGap: Fact;
  readonly needGap: Fact;
  /** Whose need has to be greater for the same score. */
  readonly passedOver: Fact;
};

interface Subjects {
  readonly labelForNeed: { readonly label: Fact; readonly need: Fact };
  readonly labelAtEqualSeverity: { readonly label: Fact };
  readonly labelRatioAtEqualSeverity: { readonly label: Fact; readonly group: Fact; readonly reference: Fact };
  readonly groupAgainst: { readonly group: Fact; readonly reference: Fact };
  readonly notLevel: { readonly level: Fact };
  readonly byTheScore: null;
  readonly percentileAndAbove: { readonly percentile: Fact };
  readonly percentileBecause: { readonly percentile: Fact; readonly because: Fact };
  readonly percentileAlone: { readonly percentile: Fact };
  readonly capacityOf: { readonly places: Fact; readonly percentile: Fact };
}

interface Numbers {
  readonly ratioAtEqualScore: Between;
  readonly differenceAtEqualScore: Between;
  readonly differenceWithinPercentiles: Between;
  readonly labelAtEqualNeed: {
    readonly label: Fact;
    readonly need: Fact;
    readonly group: Fact;
    readonly reference: Fact;
  };
  readonly shareInTop: { readonly group: Fact; readonly top: Fact; readonly by: Fact };
  readonly moreInTop: { readonly group: Fact; readonly top: Fact; readonly need: Fact };
  readonly shareIfNeediest: { readonly group: Fact; readonly top: Fact };
  readonly shareAfterSwaps: { readonly group: Fact; readonly percentile: Fact };
  readonly shareAfterPublishedSwaps: { readonly group: Fact; readonly percentile: Fact };
  readonly tippingRatio: { readonly need: Fact; readonly group: Fact; readonly reference: Fact };
}

interface Tables {
  readonly measureByPercentile: { readonly measure: Fact };
  readonly percentileOfScore: null;
  readonly labelAtEachNeed: { readonly label: Fact; readonly need: Fact };
  readonly labelByNeed: { readonly label: Fact; readonly need: Fact; readonly rows: Fact };
  readonly meansAtThresholds: null;
  readonly measure: null;
  readonly where: null;
  readonly rowsOf: { readonly group: Fact };
  readonly meanOf: { readonly group: Fact };
  readonly whoIsInTop: null;
  readonly orderedBy: null;
  readonly shareOf: { readonly group: Fact };
  readonly shareOfEverybody: { readonly group: Fact };
  readonly inTheTop: { readonly group: Fact };
  readonly places: null;
  readonly moreThanByScore: null;
  readonly whatFallsOnTop: null;
  readonly what: null;
  readonly share: null;
  readonly shareOfAll: { readonly measure: Fact };
  readonly standardError: null;
  readonly publishedStandardError: null;
  readonly exchangesOfPlaces: { readonly group: Fact };
  readonly procedure: null;
  readonly exchanged: null;
  readonly shareBefore: null;
  readonly shareAfter: null;
  readonly neediestForLeastNeedy: null;
  readonly authorsLoopCorrected: null;
  readonly authorsLoopPublished: null;
  readonly rowsAccountedFor: null;
  readonly withScore: null;
  readonly andMeasure: { readonly measure: Fact };
  readonly tippingContour: { readonly need: Fact; readonly group: Fact; readonly reference: Fact };
  readonly recordedOfNeed: { readonly group: Fact };
  readonly gapInTruePrevalence: { readonly group: Fact; readonly reference: Fact };
  readonly tippingLine: null;
}

interface Features {
  readonly featuresTellGroup: null;
  readonly aurocOfNeed: null;
  readonly aurocOfNeedAndFeatures: null;
  readonly featuresAndGroup: null;
  readonly declaredAs: null;
  readonly aurocForGroup: null;
  readonly mutualInformation: null;
  readonly byChance: null;
  readonly cramersV: null;
  readonly informationGivenNeed: null;
  readonly pGivenNeed: null;
  readonly physiologyOrNeed: null;
  readonly accessToCare: null;
  readonly identity: null;
  readonly notDeclared: null;
  readonly declarationDecides: null;
  readonly blindIsNotFair: null;
  readonly notCounterfactual: null;
}

interface Leads {
  readonly gapHigher: { readonly by: Fact };
  readonly gapLower: { readonly by: Fact };
  readonly gapTimes: { readonly ratio: Fact };
  readonly leadSupported: LeadFacts;
  readonly leadOverpredicted: LeadFacts;
  readonly leadGeneral: LeadFacts;
  readonly leadProxyInconclusive: LeadFacts;
  readonly leadNoGap: LeadFacts;
  readonly leadNoGapWeak: { readonly need: Fact };
  readonly leadInconclusive: LeadFacts;
  readonly leadNoMargin: LeadFacts;
  readonly leadWhom: {
    readonly group: Fact;
    readonly reference: Fact;
    readonly groupRows: Fact;
    readonly referenceRows: Fact;
  };
  readonly leadPlaces: {
    readonly top: Fact;
    readonly because: Fact;
    readonly group: Fact;
    readonly members: Fact;
    readonly places: Fact;
    readonly share: Fact;
  };
  readonly leadPlacesMore: { readonly need: Fact; readonly members: Fact; readonly more: Fact };
  readonly leadPlacesFewer: { readonly need: Fact; readonly members: Fact; readonly fewer: Fact };
  readonly leadPlacesAlike: { readonly need: Fact; readonly members: Fact };
  readonly leadNobodyAbove: { readonly top: Fact };
  readonly leadCheaper: {
    readonly label: Fact;
    readonly need: Fact;
    readonly group: Fact;
    readonly reference: Fact;
    readonly ratio: Fact;
  };
  readonly leadDearer: {
    readonly label: Fact;
    readonly need: Fact;
    readonly group: Fact;
    readonly reference: Fact;
    readonly ratio: Fact;
  };
  readonly leadMechanismOpen: { readonly label: Fact; readonly need: Fact; readonly ratio: Fact };
}

interface Notes {
  readonly needSeenOnlyWithCare: { readonly need: Fact };
  readonly byNeedUpperBound: { readonly need: Fact };
  readonly alreadyHelped: null;
  readonly marginRatio: { readonly measure: Fact; readonly low: Fact; readonly high: Fact; readonly reason: Fact };
  readonly marginDifference: { readonly measure: Fact; readonly by: Fact; readonly reason: Fact };
  readonly noMargin: { readonly measure: Fact };
  readonly percentilesFromScore: { readonly rows: Fact };
  readonly percentilesOwn: { readonly column: Fact };
  readonly tiedScores: { readonly rows: Fact; readonly all: Fact };
  readonly patientsRepeat: null;
  readonly rowsRepeatWithoutPatient: { readonly rows: Fact };
  readonly placesResampled: { readonly replicates: Fact };
  readonly swapsAsCorrected: { readonly group: Fact };
  readonly swapsAsPublishedToo: null;
  readonly swapsNeedUnweighted: null;
  readonly cannotNeedMissing: {
    readonly need: Fact;
    readonly group: Fact;
    readonly groupRows: Fact;
    readonly reference: Fact;
    readonly referenceRows: Fact;
  };
  readonly cannotLabelIsNeed: { readonly label: Fact; readonly need: Fact };
  readonly cannotConstant: { readonly measure: Fact };
  readonly cannotGroupEmpty: {
    readonly group: Fact;
    readonly groupRows: Fact;
    readonly reference: Fact;
    readonly referenceRows: Fact;
  };
  readonly cannotNoScores: null;
  readonly cannotOther: null;
}

export interface LabelChoicePhrases extends Subjects, Numbers, Tables, Features, Leads, Notes {}
