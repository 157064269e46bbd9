/** The forms of the signs, as paths around a point. */
import type { Form } from './bilde';

const corners = (count: number, turn: number, x: number, y: number, r: number): string =>
  `${Array.from({ length: count }, (_, i) => {
    const angle = turn + (i * 2 * Math.PI) / count;
    return `${i === 0 ? 'M' : 'L'}${(x + r * Math.cos(angle)).toFixed(1)} ${(y + r * Math.sin(angle)).toFixed(1)}`;
  }).join('')}Z`;

/** The outline of a sign with about the same area whatever its form. */
export function omrissAv(form: Form, x: number, y: number, r: number): string {
  const up = -Math.PI / 2;
  switch (form) {
    case 'firkant':
      return corners(4, Math.PI / 4, x, y, r * 1.2);
    case 'rute':
      return corners(4, up, x, y, r * 1.25);
    case 'trekant':
      return corners(3, up, x, y + r * 0.15, r * 1.35);
    case 'trekantned':
      return corners(3, -up, x, y - r * 0.15, r * 1.35);
    case 'femkant':
      return corners(5, up, x, y, r * 1.12);
    case 'sekskant':
      return corners(6, 0, x, y, r * 1.08);
    case 'kryss': {
      const [a, b] = [r * 1.1, r * 0.45];
      return `M${x - b} ${y - a}H${x + b}V${y - b}H${x + a}V${y + b}H${x + b}V${y + a}H${x - b}V${y + b}H${x - a}V${y - b}H${x - b}Z`;
    }
    default:
      return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  }
}
