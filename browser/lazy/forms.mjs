/** The behaviour of a form's page, fetched by <form-sheet>. */
import { Sheet } from "../../components/form-sheet/sheet.mjs";

export const startForm = (element, fetchDelivered) => new Sheet(element, fetchDelivered).start();
