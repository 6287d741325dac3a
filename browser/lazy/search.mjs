/** The search itself, fetched when a reader first turns to it. */
import { Search } from "../lib/search.mjs";

export const makeSearch = (lunr, data) => new Search(lunr, data);
