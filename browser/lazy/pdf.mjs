/** The PDF with answers, fetched when a reader first wants one. */
import { writePdf } from "../lib/pdf-answers.mjs";

export const makePdf = writePdf;
