// How far apart two places are.

const RADIUS_M = 6_371_000;
const radians = (degrees) => (degrees * Math.PI) / 180;

// Metres between { latitude, longitude } and another.
export function metresBetween(one, other) {
  const [north, south] = [radians(one.latitude), radians(other.latitude)];
  const up = Math.sin((south - north) / 2) ** 2;
  const along = Math.sin(radians(other.longitude - one.longitude) / 2) ** 2;
  return 2 * RADIUS_M * Math.asin(Math.sqrt(up + Math.cos(north) * Math.cos(south) * along));
}
