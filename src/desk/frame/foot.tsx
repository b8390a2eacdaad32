import type { Contact, House, Reader } from './page.js';

interface FootProps {
  readonly house: House;
  readonly reader?: Reader | undefined;
}

/** The pages that one opens less often, those about the house itself, and whom to ask. */
export function Foot({ house: { foot: ofHouse = [], contact }, reader }: FootProps) {
  const foot = [...(reader?.foot ?? []), ...ofHouse];
  if (foot.length === 0 && contact === undefined) return null;
  return (
    <footer class="j-foot">
      <div class="j-wrap">
        {foot.length > 0 && (
          <ul>
            {foot.map(({ label, href }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        )}
        {contact && <Question contact={contact} />}
      </div>
    </footer>
  );
}

function Question({ contact: { who, phone, mail } }: { readonly contact: Contact }) {
  const ways = [
    ...(phone === undefined ? [] : [<a href={`tel:${dialled(phone)}`}>{phone}</a>]),
    ...(mail === undefined ? [] : [<a href={`mailto:${mail}`}>{mail}</a>]),
  ];
  return (
    <p>
      Une question ? {who}
      {ways.map((way, rank) => [rank === 0 ? ' : ' : ', ', way])}.
    </p>
  );
}

/** A French number as telephones dial it from anywhere. */
function dialled(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^0/, '+33');
}
