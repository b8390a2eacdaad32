import type { House, Reader } from './page.js';

interface FootProps {
  readonly house: House;
  readonly reader?: Reader | undefined;
}

/** The pages that one opens less often and those about the house itself. */
export function Foot({ house: { foot: ofHouse = [] }, reader }: FootProps) {
  const foot = [...(reader?.foot ?? []), ...ofHouse];
  if (foot.length === 0) return null;
  return (
    <footer class="j-foot">
      <div class="j-wrap">
        <ul>
          {foot.map(({ label, href }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}
