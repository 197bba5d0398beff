import type { Words } from "../../words.ts";

export const outcomeKind: Words["outcomeKind"] = {
  binary: "the event happened or did not",
  "time-to-event": "time to an event, with follow-up that may end before it",
  continuous: "an amount",
  "multi-class": "one of several classes",
};

export const sectionOfKind: Words["sectionOfKind"] = {
  binary: {},
  "time-to-event": { discrimination: "Risk over time" },
  continuous: {},
  "multi-class": { discrimination: "ROC and precision–recall of each class" },
};

export const calibrationIntro: Words["calibrationIntro"] = {
  binary:
    "A calibrated model means what it says: of the patients given a risk of 20%, 20 in 100 have the outcome. A model can rank patients well and still give risks that are too high or too low, overall or for one subgroup.",
  "time-to-event":
    "A calibrated model means what it says: of the patients given a risk of 20%, 20 in 100 have the event by the horizon. Patients whose follow-up ended before it are stood for by those like them who were followed longer, so that leaving early counts neither as an event nor as none.",
  continuous:
    "A calibrated model means what it says: of the patients for whom it predicts an amount, the mean is that amount. A model can be right on average and still predict too much for the low and too little for the high.",
  "multi-class":
    "A calibrated model means what it says: of the patients given a probability of 20% of a class, 20 in 100 are of it. Each class is looked at against the rest; a model can be right in a common class and wrong in a rare one.",
};

export const discriminationIntro: Words["discriminationIntro"] = {
  binary: "How well the score ranks patients with the outcome above patients without it, at every threshold at once.",
  "time-to-event":
    "The observed risk of the event by each time, for all and for three groups by score. The better the score tells patients apart, the further the lines part.",
  continuous: "How predictions and outcomes lie together.",
  "multi-class":
    "How well each class's probability ranks the patients of that class above all others, at every threshold at once.",
};

export const methodsOfKind: Words["methodsOfKind"] = {
  binary: [],
  "time-to-event": [
    {
      heading: "Follow-up and the horizon",
      paragraphs: [
        "An event at the horizon itself has happened by it. Whoever was censored before the horizon is not known to have had the event or not: such patients count in every denominator and carry no weight, and those who were followed are weighted by the inverse of the chance of having been followed so long. That chance is estimated by Kaplan–Meier of the censoring within each subgroup, because where subgroups are followed differently one common curve would bias the gap between them. It assumes that, within a subgroup, leaving follow-up says nothing of the risk.",
        "Standard errors include that this chance is itself estimated. Chances below 5% are taken as 5%, and flagged. Observed risk is Aalen–Johansen's cumulative incidence: a competing event, such as death from another cause, is not censoring, and who had one cannot have the event any more.",
      ],
    },
  ],
  continuous: [
    {
      heading: "Amounts",
      paragraphs: [
        "An error is the prediction less the outcome, so that a positive mean error means that the model predicts too much. Means of subgroups are compared by Welch's t, which does not take their spread to be equal; other measures from the interval of each. R² is one less the squared errors over the outcome's own spread: it can be negative, and it depends on how varied the patients of a subgroup are.",
      ],
    },
  ],
  "multi-class": [
    {
      heading: "Several classes",
      paragraphs: [
        "Each class is first assessed against all the others, by its own probability. Averages over classes come after, for an average can hide a rare class that the model never finds. The Brier score is summed over the classes: some programs give half of it.",
      ],
    },
  ],
};
