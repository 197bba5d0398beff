export { type StudySize, studySize } from "./study-size.ts";
export { studySizeTables } from "./study-size-tables.ts";
