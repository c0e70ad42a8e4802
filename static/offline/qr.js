// A QR code from its squares, which the server made ahead: one drawing, and no library on the phone.

import { svg } from "./dom.js";

const QUIET = 4; // light squares around it, without which phones do not find it

// rows: [[0, 1, …], …], 1 is dark
export function qrDrawing(rows, label) {
  const size = rows.length + 2 * QUIET;
  const dark = rows.flatMap((row, y) => row.map((on, x) => (on ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : "")));
  return svg("svg", { class: "qr", viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": label },
    svg("rect", { width: size, height: size, fill: "#fff" }),
    svg("path", { d: dark.join(""), fill: "#000", "shape-rendering": "crispEdges" }));
}
