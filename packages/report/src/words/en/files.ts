import type { FileWords } from "../files.ts";

export const files: FileWords = {
  behindFigures: "The numbers behind the figures",
  attachment: "The report itself as data (JSON): every figure, table and sentence of this document comes from it.",
};
