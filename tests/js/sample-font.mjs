/** A font for tests of PDF files: the given letters, all of one width. */
export const sampleFont = (/** @type {string} */ letters) => ({
  name: "Sample",
  file: "",
  length: 0,
  letters,
  glyphs: [...letters].map((_, index) => index + 1),
  widths: new Array(letters.length + 1).fill(500),
  box: [0, 0, 500, 700],
  ascent: 700,
  descent: -200,
  capitals: 600,
});
