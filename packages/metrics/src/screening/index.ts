export {
  type OneSided,
  type PairedReadings,
  type PairedScreening,
  pairedScreening,
  type RelativeRate,
} from "./paired-screening.ts";
