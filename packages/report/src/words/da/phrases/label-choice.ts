import type { PhraseBook } from "@auscult/metrics";

export const labelChoice = {
  labelForNeed: ({ label, need }) => `${label} som stedfortræder for ${need}`,
  labelAtEqualSeverity: ({ label }) => `${label} ved samme sværhedsgrad`,
  labelRatioAtEqualSeverity: ({ label, group, reference }) =>
    `${label} for ${group} i forhold til ${reference} ved samme sværhedsgrad`,
  groupAgainst: ({ group, reference }) => `${group} mod ${reference}`,
  notLevel: ({ level }) => `ikke ${level}`,
  byTheScore: () => "scoren",
  percentileAndAbove: ({ percentile }) => `percentil ${percentile} og derover`,
  percentileBecause: ({ percentile, because }) => `${percentile}: ${because}`,
  percentileAlone: ({ percentile }) => `percentil ${percentile} alene`,
  capacityOf: ({ places, percentile }) => `de ${places} højeste (percentil ${percentile} og derover)`,

  ratioAtEqualScore: ({ measure, group, reference }) =>
    `${measure} ved samme score, forhold mellem gennemsnit, ${group} / ${reference}`,
  differenceAtEqualScore: ({ measure, group, reference }) =>
    `${measure} ved samme score, forskel, ${group} − ${reference}`,
  differenceWithinPercentiles: ({ measure, group, reference }) =>
    `${measure} inden for percentiler af scoren, forskel, ${group} − ${reference}`,
  labelAtEqualNeed: ({ label, need, group, reference }) =>
    `${label} ved samme ${need}, forhold mellem gennemsnit, ${group} / ${reference}`,
  shareInTop: ({ group, top, by }) => `Andel ${group} i ${top}, ordnet efter ${by}`,
  moreInTop: ({ group, top, need }) =>
    `Flere af ${group} i ${top}, hvis der ordnes efter ${need}, kendt nøjagtigt, end efter scoren`,
  shareIfNeediest: ({ group, top }) =>
    `Andel ${group} i ${top}, hvis dem med størst behov nedenfor fik pladserne fra dem med mindst behov`,
  shareAfterSwaps: ({ group, percentile }) =>
    `Andel ${group} fra forfatternes percentil ${percentile} og op efter deres ombytning, som rettet i 2022`,
  shareAfterPublishedSwaps: ({ group, percentile }) =>
    `Det samme fra percentil ${percentile} og op for ${group} med den fejlbehæftede løkke trykt i 2019 (ikke et resultat)`,
  tippingRatio: ({ need, group, reference }) =>
    `${need}: registrering hos ${group} i forhold til ${reference}, ved hvilken begge ville have samme sande prævalens`,

  measureByPercentile: ({ measure }) => `${measure} efter percentil af scoren`,
  percentileOfScore: () => "Percentil af scoren",
  labelAtEachNeed: ({ label, need }) => `${label} ved hvert niveau af ${need}`,
  labelByNeed: ({ label, need, rows }) => `${label} efter ${need} (niveauer med mindst ${rows} rækker fra hver gruppe)`,
  meansAtThresholds: () => "Gennemsnit blandt de udvalgte og i tærskelværdiens percentil alene",
  measure: () => "Mål",
  where: () => "Hvor",
  rowsOf: ({ group }) => `${group}, rækker`,
  meanOf: ({ group }) => `${group}, gennemsnit`,
  whoIsInTop: () =>
    "Hvem der er i toppen, efter scoren og efter det, den kunne have været (efter et behov: hvis det var kendt nøjagtigt)",
  orderedBy: () => "Ordnet efter",
  shareOf: ({ group }) => `Andel ${group}`,
  shareOfEverybody: ({ group }) => `${group} blandt alle`,
  inTheTop: ({ group }) => `${group} i toppen`,
  places: () => "Pladser",
  moreThanByScore: () => "Mere end efter scoren",
  whatFallsOnTop: () => "Hvad der falder på toppen (efter Obermeyer 2019, tabel 2)",
  what: () => "Hvad",
  share: () => "Andel",
  shareOfAll: ({ measure }) => `Andel af alt: ${measure}`,
  standardError: () => "Standardfejl",
  publishedStandardError: () => "Som i artiklen (alle rækker)",
  exchangesOfPlaces: ({ group }) => `Andel ${group} over tærskelværdien, hvis pladser blev byttet efter behov`,
  procedure: () => "Fremgangsmåde",
  exchanged: () => "Byttet",
  shareBefore: () => "Andel før",
  shareAfter: () => "Andel efter",
  neediestForLeastNeedy: () => "størst behov nedenfor mod mindst behov ovenfor",
  authorsLoopCorrected: () => "forfatternes løkke, rettet ved deres erratum fra 2022",
  authorsLoopPublished: () => "forfatternes løkke som trykt i 2019, der springer over (ikke et resultat)",
  rowsAccountedFor: () => "Regnskab over rækker",
  withScore: () => "Med en score",
  andMeasure: ({ measure }) => `og ${measure}`,
  tippingContour: ({ need, group, reference }) =>
    `Forskel i sand prævalens af ${need}, ${group} − ${reference}, efter hvor meget af den der registreres; tomt, hvor data udelukker antagelsen`,
  recordedOfNeed: ({ group }) => `Registreret af dem med behov, ${group}`,
  gapInTruePrevalence: ({ group, reference }) => `Forskel i sand prævalens, ${group} − ${reference}`,
  tippingLine: () => "hvor forskellen skifter fortegn",

  featuresTellGroup: () => "p for, at variablene røber gruppen ud over behov",
  aurocOfNeed: () => "AUROC for gruppen af behov alene (tilsyneladende)",
  aurocOfNeedAndFeatures: () => "AUROC for gruppen af behov og variabler (tilsyneladende)",
  featuresAndGroup: () => "Hvor meget hver variabel røber gruppen, alene og blandt patienter med samme behov",
  declaredAs: () => "Angivet som",
  aurocForGroup: () => "AUROC for gruppen",
  mutualInformation: () => "Gensidig information, nat",
  byChance: () => "Forventet ved tilfældighed",
  cramersV: () => "Cramérs V, korrigeret",
  informationGivenNeed: () => "Information givet behov, nat",
  pGivenNeed: () => "p givet behov",
  physiologyOrNeed: () => "fysiologi eller behov",
  accessToCare: () => "adgang til behandling",
  identity: () => "identitet",
  notDeclared: () => "ikke angivet",
  declarationDecides: () =>
    "Om en variabels sammenhæng med gruppen er legitim, er en klinisk og juridisk vurdering, som planen angiver for hver variabel. Tallene kan støtte den eller stille spørgsmål ved den; de afgør den ikke.",
  blindIsNotFair: () =>
    "En model bliver ikke ens for grupperne af, at gruppen eller dens stedfortrædere udelades: det kan forværre kalibreringen i den mindste gruppe. At beholde dem kan gøre en forkert justering permanent. Sammenlign ydeevnen inden for grupperne med og uden dem.",
  notCounterfactual: () =>
    "En sammenhæng siger intet om, hvad en patients score ville have været, hvis patienten havde tilhørt den anden gruppe.",

  gapHigher: ({ by }) => `${by} højere`,
  gapLower: ({ by }) => `${by} lavere`,
  gapTimes: ({ ratio }) => `${ratio} gange så højt`,
  leadSupported: ({ label, need, group, reference, labelGap, needGap, passedOver }) =>
    `Sammenlignet med gruppen ${reference} ved samme score er gennemsnittet af »${need}« i gruppen ${group} ${needGap}. Gennemsnittet af »${label}«, som scoren står for, er ens: ${labelGap}, inden for den angivne margin. Scoren har altså ret om »${label}« i begge grupper og tager fejl af »${need}«: en patient fra gruppen ${passedOver} skal have mere af dette behov for at få samme score.`,
  leadOverpredicted: ({ label, need, group, reference, labelGap, needGap, passedOver }) =>
    `Sammenlignet med gruppen ${reference} ved samme score er gennemsnittet af »${need}« i gruppen ${group} ${needGap}, mens gennemsnittet af »${label}«, som scoren står for, er ${labelGap}: de to peger i hver sin retning. En patient fra gruppen ${passedOver} skal have mere af dette behov for at få samme score.`,
  leadGeneral: ({ label, need, group, reference, labelGap, needGap, passedOver }) =>
    `Sammenlignet med gruppen ${reference} ved samme score er gennemsnittet af »${need}« i gruppen ${group} ${needGap}, og gennemsnittet af »${label}« er ${labelGap}: begge afviger i samme retning. Scoren tager fejl af gruppen ${passedOver} i det hele taget. Det er almindelig fejlkalibrering og skyldes ikke alene valget af udfald.`,
  leadProxyInconclusive: ({ label, need, group, reference, labelGap, needGap, passedOver }) =>
    `Sammenlignet med gruppen ${reference} ved samme score er gennemsnittet af »${need}« i gruppen ${group} ${needGap}: en patient fra gruppen ${passedOver} skal have mere af dette behov for at få samme score. Gennemsnittet af »${label}« er ${labelGap}, hvilket hverken ligger inden for marginen eller klart ud over ingen forskel, så det er ikke afgjort, om valget af »${label}« er årsagen.`,
  leadNoGap: ({ need, group, reference, needGap }) =>
    `Sammenlignet med gruppen ${reference} ved samme score er gennemsnittet af »${need}« i gruppen ${group} ${needGap}: inden for den angivne margin. Så vidt dette mål viser, betyder en score det samme behov i begge grupper.`,
  leadNoGapWeak: ({ need }) =>
    `»${need}« registreres kun for dem, der får behandling, så en forskel kan være skjult: se begrænsningerne.`,
  leadInconclusive: ({ need, group, reference, needGap }) =>
    `Sammenlignet med gruppen ${reference} ved samme score er gennemsnittet af »${need}« i gruppen ${group} ${needGap}. Intervallet rummer både ingen forskel og en forskel af betydning: disse data kan ikke afgøre det. Det er ikke et fund af, at grupperne er ens.`,
  leadNoMargin: ({ label, need, group, reference, labelGap, needGap }) =>
    `Sammenlignet med gruppen ${reference} ved samme score er gennemsnittet af »${need}« i gruppen ${group} ${needGap}, og gennemsnittet af »${label}« er ${labelGap}. Der var ikke angivet margin for begge, så der gives ingen konklusion.`,
  leadWhom: ({ group, reference, groupRows, referenceRows }) =>
    `Gruppen ${group} (${groupRows} rækker), sammenlignet med gruppen ${reference} (${referenceRows} rækker).`,
  leadPlaces: ({ top, because, group, members, places, share }) =>
    `${capital(top)} – ${stop(because)} Af ${places} pladser efter scoren har gruppen ${group} ${members} (${share}).`,
  leadPlacesMore: ({ need, members, more }) =>
    `Blev de givet efter »${need}«, hvis det var kendt nøjagtigt, ville det være omkring ${members}: ${more} flere.`,
  leadPlacesFewer: ({ need, members, fewer }) =>
    `Blev de givet efter »${need}«, hvis det var kendt nøjagtigt, ville det være omkring ${members}: ${fewer} færre.`,
  leadPlacesAlike: ({ need, members }) =>
    `Blev de givet efter »${need}«, hvis det var kendt nøjagtigt, ville det være omtrent lige så mange (${members}).`,
  leadNobodyAbove: ({ top }) => `${capital(top)}: der er ingen, så intet kan siges om pladserne.`,
  leadCheaper: ({ label, need, group, reference, ratio }) =>
    `Ved samme niveau af »${need}« er gennemsnittet af »${label}« i gruppen ${group} ${ratio} gange det i gruppen ${reference}. Det samme behov efterlader mindre »${label}« i gruppen ${group}, så en score for »${label}« skjuler en del af det.`,
  leadDearer: ({ label, need, group, reference, ratio }) =>
    `Ved samme niveau af »${need}« er gennemsnittet af »${label}« i gruppen ${group} ${ratio} gange det i gruppen ${reference}: ikke lavere, så mindre »${label}« for samme behov forklarer ikke forskellen på dette mål.`,
  leadMechanismOpen: ({ label, need, ratio }) =>
    `Ved samme niveau af »${need}« er forholdet mellem gennemsnittene af »${label}« ${ratio}; intervallet rummer 1, så dette mål afgør ikke, hvordan forskellen opstår.`,

  needSeenOnlyWithCare: ({ need }) =>
    `»${need}« registreres kun for dem, der får behandling. Behov hos dem, der får mindre behandling, er skjult, og det trækker enhver forskel mod ingen: en fundet forskel er snarere for lille, og en, der ikke er fundet, kan være der. Læs det sammen med et behov, der ikke afhænger af behandling.`,
  byNeedUpperBound: ({ need }) =>
    `Pladser »efter ${need}« forudsætter, at det er kendt nøjagtigt. Ingen model kender det så godt: hvad en anden model ville gøre, ligger imellem og kan vises ved at nævne dens score under alternatives.`,
  alreadyHelped: () =>
    "Patienter, som programmet allerede har hjulpet, kan have mindre behov af den grund. Brug scorer fra før nogen kom ind i det.",
  marginRatio: ({ measure, low, high, reason }) =>
    `Margin for »${measure}«, angivet på forhånd: et forhold fra ${low} til ${high}. ${reason}`,
  marginDifference: ({ measure, by, reason }) =>
    `Margin for »${measure}«, angivet på forhånd: en forskel på ${by} i begge retninger. ${reason}`,
  noMargin: ({ measure }) => `Der er ikke angivet en margin for »${measure}«.`,
  percentilesFromScore: ({ rows }) =>
    `Percentiler er dannet over de ${rows} rækker med en score her, ikke over den population, leverandøren brugte.`,
  percentilesOwn: ({ column }) => `Percentilerne er programmets egne, fra kolonnen ${column}.`,
  tiedScores: ({ rows, all }) =>
    `${rows} af ${all} rækker deler score med en anden. Rækker med samme score har samme percentil; hvor en grænse går gennem dem, tæller hver med sin chance for en plads.`,
  patientsRepeat: () =>
    "Patienter har flere rækker her: fejl er beregnet over blokke af patienter, og hele blokke trækkes i bootstrappen.",
  rowsRepeatWithoutPatient: ({ rows }) =>
    `${rows} rækker er ens med en anden i score, udfald, behov og gruppe. Hvis det er de samme patienter, så angiv patientens kolonne: ellers er intervallerne for smalle.`,
  placesResampled: ({ replicates }) =>
    `Intervaller for pladser og ombytninger: bootstrap over patienter, ordnet på ny i hver af ${replicates} gentagelser.`,
  swapsAsCorrected: ({ group }) =>
    `Forfatternes ombytning er kørt som rettet ved deres erratum af 1. september 2022: løkken trykt i 2019 sprang patienter over og gav en for lille ændring (46,5 %, hvor forfatterne nu siger 59 %). Den bruger forfatternes percentiler 1 til 100, så percentil 97 og derover rummer fire af hundrede. Den flytter kun pladser mod ${group} og ville vise en gevinst for enhver gruppe: den er et billede af størrelsen, ikke en test.`,
  swapsAsPublishedToo: () =>
    "Den fejlbehæftede løkke fra 2019 er desuden kørt (legacySwapLoop) for at genskabe det trykte tal. Det er ikke et resultat.",
  swapsNeedUnweighted: () => "Rækkerne er vægtede, så ombytning af hele patienter simuleres ikke.",
  cannotNeedMissing: ({ need, group, groupRows, reference, referenceRows }) =>
    `»${need}« findes for ${groupRows} rækker af ${group} og ${referenceRows} af ${reference}. Begge skal bruges til en sammenligning. Hvis det ikke registreres i den ene gruppe, er det i sig selv et fund; ellers kontrollér kolonnen og dens manglende værdier.`,
  cannotLabelIsNeed: ({ label, need }) =>
    `»${need}« er »${label}« selv eller en ret linje af den, så ingen forskel mellem de to kunne nogensinde vise sig. Nævn et mål for behov, der er registreret på anden vis.`,
  cannotConstant: ({ measure }) => `»${measure}« har én værdi i alle rækker, så intet kan afvige. Kontrollér kolonnen.`,
  cannotGroupEmpty: ({ group, groupRows, reference, referenceRows }) =>
    `${groupRows} rækker med en score er af ${group} og ${referenceRows} af ${reference}. Begge skal bruges til en sammenligning.`,
  cannotNoScores: () => "Ingen række i nogen af grupperne har en score.",
  cannotOther: () => "Modellen ved samme score kunne ikke tilpasses; grunden er givet ved konklusionen.",
} satisfies Partial<PhraseBook>;

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function stop(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
