// The drawing of the map: points to scale, kelurahan by outline or by name, a bar for the scale, north above.

import { distanceSaid, isPlace } from "./distance.js";
import { LATE, SOON } from "./reasons.js";
import { svg } from "./dom.js";
import { _ } from "./words.js";

const WIDTH = 336, HEIGHT = 336, EDGE = 26;
const METRES_PER_DEGREE = 111_195;
const LEAST_METRES = 600; // one point alone, or neighbours, are not blown up beyond this
const STEPS = [50, 100, 200, 500, 1000, 2000, 5000];

export function drawing({ people, areas, here, picked, pick }) {
  const paper = paperFor([...people.map((one) => one.participant), ...(here ? [here] : [])]);
  return svg("svg", { class: "map", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "group", "aria-label": _("Peta peserta") },
    areas.filter((area) => area.outline).map((area) => svg("path", { class: "map-outline", d: outline(area.outline, paper) })),
    here ? own(here, paper) : null,
    [...people].reverse().map((one) => point(one, paper, picked, pick)), // the most pressing lie on top
    names(people, areas, paper).map(({ name, x, y }) => svg("text", { class: "map-name", x, y, "text-anchor": "middle" }, name)),
    scale(paper));
}

// Degrees to the drawing's units, with the same scale both ways at this latitude.
function paperFor(places) {
  const latitudes = places.map((place) => place.latitude), longitudes = places.map((place) => place.longitude);
  const middle = { latitude: (Math.min(...latitudes) + Math.max(...latitudes)) / 2, longitude: (Math.min(...longitudes) + Math.max(...longitudes)) / 2 };
  const narrow = Math.cos((middle.latitude * Math.PI) / 180);
  const tall = (Math.max(...latitudes) - Math.min(...latitudes)) * METRES_PER_DEGREE;
  const wide = (Math.max(...longitudes) - Math.min(...longitudes)) * METRES_PER_DEGREE * narrow;
  const perMetre = Math.min((WIDTH - 2 * EDGE) / Math.max(wide, LEAST_METRES), (HEIGHT - 2 * EDGE) / Math.max(tall, LEAST_METRES));
  return {
    perMetre,
    x: (longitude) => round(WIDTH / 2 + (longitude - middle.longitude) * METRES_PER_DEGREE * narrow * perMetre),
    y: (latitude) => round(HEIGHT / 2 - (latitude - middle.latitude) * METRES_PER_DEGREE * perMetre),
  };
}

// Shape and size say it too: a square is late, a circle is soon, a small ring can wait.
function point({ participant, standing, metres }, paper, picked, pick) {
  const x = paper.x(participant.longitude), y = paper.y(participant.latitude);
  const shape = standing === LATE ? svg("rect", { class: "map-late", x: x - 6, y: y - 6, width: 12, height: 12, rx: 1.5, transform: `rotate(45 ${x} ${y})` })
    : standing === SOON ? svg("circle", { class: "map-soon", cx: x, cy: y, r: 6.5 })
      : svg("circle", { class: "map-later", cx: x, cy: y, r: 4.5 });
  const words = { [LATE]: _("terlambat"), [SOON]: _("minggu ini") }[standing] ?? "";
  const act = () => pick(participant.id);
  return svg("g", {
    class: "map-point", role: "button", tabindex: 0, "aria-pressed": String(picked === participant.id),
    "aria-label": [participant.name, words, metres === null ? "" : distanceSaid(metres)].filter(Boolean).join(", "),
    onclick: act, onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); act(); } },
  }, svg("circle", { class: "map-touch", cx: x, cy: y, r: 22 }), picked === participant.id ? svg("circle", { class: "map-picked", cx: x, cy: y, r: 13 }) : null, shape);
}

function own(here, paper) {
  const x = paper.x(here.longitude), y = paper.y(here.latitude);
  return svg("g", { class: "map-own", role: "img", "aria-label": _("Letak saya") },
    svg("circle", { class: "map-own-near", cx: x, cy: y, r: Math.max(9, Math.min(60, here.accuracy * paper.perMetre)) }), svg("circle", { cx: x, cy: y, r: 5 }));
}

// A name stands where the kelurahan lies, else in the middle of its people; names that would lie on one another are left out.
function names(people, areas, paper) {
  const groups = Map.groupBy ? Map.groupBy(people, (one) => one.participant.area) : new Map();
  const taken = [];
  return [...groups].filter(([name]) => name).sort(([, one], [, other]) => other.length - one.length).map(([name, members]) => {
    const known = areas.find((area) => area.name === name && isPlace(area));
    const mean = (field) => members.reduce((sum, one) => sum + one.participant[field], 0) / members.length;
    const half = name.length * 3.1;
    const x = Math.min(WIDTH - half - 4, Math.max(half + 4, paper.x(known?.longitude ?? mean("longitude"))));
    return { name, half, x: round(x), y: Math.max(12, paper.y(known?.latitude ?? mean("latitude")) - 14) };
  }).filter((one) => {
    const free = taken.every((other) => Math.abs(one.x - other.x) > one.half + other.half || Math.abs(one.y - other.y) > 13);
    if (free) taken.push(one);
    return free;
  });
}

function scale({ perMetre }) {
  const metres = STEPS.filter((step) => step * perMetre <= WIDTH / 3).pop() ?? STEPS[0];
  const y = HEIGHT - 10;
  return svg("g", { class: "map-scale" }, svg("path", { d: `M12 ${y - 5}v5h${round(metres * perMetre)}v-5` }), svg("text", { x: 16, y: y - 6 }, distanceSaid(metres)),
    svg("path", { d: `M${WIDTH - 16} ${y}v-18m-4 5l4-5l4 5` }), svg("text", { x: WIDTH - 16, y: y - 22, "text-anchor": "middle" }, _("U")));
}

// [[longitude, latitude], …], one ring or several
function outline(rings, paper) {
  const each = Array.isArray(rings[0]?.[0]) ? rings : [rings];
  return each.map((ring) => `M${ring.map(([longitude, latitude]) => `${paper.x(longitude)} ${paper.y(latitude)}`).join("L")}Z`).join("");
}

function round(number) {
  return Math.round(number * 10) / 10;
}
