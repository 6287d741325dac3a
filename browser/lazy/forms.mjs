/** The behaviour of a form's page, fetched where there is one. */
import { Sheet } from "../../components/form-sheet/sheet.mjs";

export const startForm = (element, fetchDelivered) => new Sheet(element, fetchDelivered).start();
