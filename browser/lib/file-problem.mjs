/** What is wrong with a file, in words for the reader. */
export class FileProblem extends Error {}
