/** What takes how much room on this machine: a bar for each part, longest first, with its size in words. */
import { sayBytes } from './dates';

export interface RoomDrawingProps {
  readonly parts: readonly { readonly id: string; readonly name: string; readonly bytes: number }[];
}

export function RoomDrawing({ parts }: RoomDrawingProps) {
  const sorted = [...parts].sort((a, b) => b.bytes - a.bytes);
  const most = Math.max(1, sorted[0]?.bytes ?? 0);
  return (
    <ul class="room">
      {sorted.map(({ id, name, bytes }) => (
        <li key={id}>
          <span class="room-name">
            <bdi>{name}</bdi>
          </span>
          <span class="room-size">{sayBytes(bytes)}</span>
          <span class="room-bar" aria-hidden="true">
            <span style={{ inlineSize: `${Math.max(0.5, (100 * bytes) / most)}%` }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
