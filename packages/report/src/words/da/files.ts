import type { FileWords } from "../files.ts";

export const files: FileWords = {
  behindFigures: "Tallene bag figurerne",
  attachment: "Selve rapporten som data (JSON): hver figur, tabel og sætning i dette dokument kommer fra den.",
};
