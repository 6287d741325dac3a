/** A picture of how far a form is. */

import { svg } from "./dom.mjs";

const BAR = { width: 600, height: 22, gap: 26, label: 250 };

/** Bars of shares, one a section. It says nothing that the table beside it does not say. */
export function picture(names, bars) {
  const height = bars.length * BAR.gap;
  const made = svg("svg", { viewBox: `0 0 ${BAR.width} ${height}`, class: "form-picture", "aria-hidden": "true" });
  bars.forEach((shares, index) => {
    const y = index * BAR.gap;
    made.append(
      svg("text", { x: 0, y: y + 15 }, names[index].length > 34 ? `${names[index].slice(0, 33)}…` : names[index]),
    );
    let x = BAR.label;
    for (const [kind, share] of shares) {
      const width = share * (BAR.width - BAR.label);
      if (width) made.append(svg("rect", { x, y: y + 2, width, height: BAR.height - 4, class: `bar--${kind}` }));
      x += width;
    }
  });
  return made;
}
