/** The PDFs of a form, with answers or as a summary, fetched when a reader first wants one. */
import { writePdf } from "../lib/pdf-answers.mjs";
import { writeSummaryPdf } from "../lib/summary-pdf.mjs";

export const writers = { makePdf: writePdf, makeSummaryPdf: writeSummaryPdf };
