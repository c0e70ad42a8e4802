// A signature on glass: by finger, pen or mouse, or a typed name where nobody can draw.
import { h } from "./dom.js";
import { _ } from "./words.js";

const WIDTH = 800; // of the picture that is kept; strokes are kept in its pixels
const HEIGHT = 400;

// `strokes`: [[[x, y], …], …]; `drawn(strokes)` is told after each stroke.
export function signaturePad({ strokes, drawn }) {
  const pad = h("canvas", {
    class: "signature-pad", width: WIDTH, height: HEIGHT, role: "img",
    "aria-label": _("Tempat tanda tangan. Tanpa layar sentuh, ketik nama di bawahnya."),
  });
  let lines = strokes;
  let line = null;
  draw(pad, lines);

  pad.addEventListener("pointerdown", (event) => {
    if (line || event.button > 0) return;
    event.preventDefault();
    pad.setPointerCapture(event.pointerId);
    line = [pointOf(pad, event)];
    draw(pad, [...lines, line]);
  });
  pad.addEventListener("pointermove", (event) => {
    if (!line) return;
    line.push(pointOf(pad, event));
    draw(pad, [...lines, line]);
  });
  for (const ending of ["pointerup", "pointercancel"]) {
    pad.addEventListener(ending, () => {
      if (!line) return;
      lines = [...lines, line];
      line = null;
      drawn(lines);
    });
  }
  return pad;
}

// The picture to send: what was drawn, or the typed name, which says of itself that it was typed.
export function signaturePicture(strokes, name) {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  draw(canvas, strokes);
  if (!strokes.length) write(canvas, name);
  return new Promise((done) => {
    canvas.toBlob(done, "image/png");
  });
}

function pointOf(pad, event) {
  const seen = pad.getBoundingClientRect();
  const x = ((event.clientX - seen.left) / seen.width) * WIDTH;
  const y = ((event.clientY - seen.top) / seen.height) * HEIGHT;
  return [Math.round(x), Math.round(y)];
}

// Dark on white, also on a dark screen: the picture will be looked at on paper.
function draw(canvas, lines) {
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.strokeStyle = "#14242a";
  pen.lineWidth = 4;
  pen.lineCap = "round";
  pen.lineJoin = "round";
  for (const [start, ...others] of lines) {
    pen.beginPath();
    pen.moveTo(...start);
    pen.lineTo(...start); // a mere dot shows too
    for (const point of others) pen.lineTo(...point);
    pen.stroke();
  }
}

function write(canvas, name) {
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#14242a";
  pen.textAlign = "center";
  pen.font = "italic 56px serif";
  pen.fillText(name, WIDTH / 2, HEIGHT / 2, WIDTH - 80);
  pen.font = "24px sans-serif";
  pen.fillText(_("(nama diketik)"), WIDTH / 2, HEIGHT - 48);
}
