/** A piece of a mail, laid out as text and as HTML. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'items'; readonly items: readonly Item[] };

export interface Item {
  readonly text: string;
  readonly href: string;
}

/** A mail to lay out: what stands at its head, its pieces, and why its reader receives it. */
export interface Page {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly because: string;
}

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const heading = (text: string): Block => ({ kind: 'heading', text });

const HOUSE = 'Pôles de développement de l’ESS · Région Bretagne';
const FOOTER = 'Ce courriel a été écrit par Jalon, une machine : une réponse ne serait pas lue.';

export function asText({ blocks, because }: Page): string {
  return `${[...blocks.map(textOf), `-- \n${[because, FOOTER].filter(line => line !== '').join('\n')}`].join('\n\n')}\n`;
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.text.toLocaleUpperCase('fr');
    case 'paragraph':
      return block.text;
    case 'link':
      return `${block.text} :\n${block.href}`;
    case 'items':
      return block.items.map(({ text, href }) => `- ${text}\n  ${href}`).join('\n');
  }
}

const FONT = 'font-family:Segoe UI,Roboto,Helvetica,Arial,sans-serif';
const TEXT = `${FONT};color:#17191c;font-size:16px;line-height:1.5`;
const STYLES = {
  bar: `background:#17191c;padding:14px 24px;${FONT};color:#ffffff;font-size:18px;font-weight:bold`,
  house: 'font-weight:normal;font-size:14px;color:#d5d9de',
  title: `margin:0 0 16px;${FONT};color:#17191c;font-size:22px;line-height:1.3`,
  heading: `margin:24px 0 8px;${FONT};color:#17191c;font-size:18px;line-height:1.3`,
  paragraph: `margin:0 0 16px;${TEXT}`,
  list: `margin:0 0 16px;padding:0 0 0 20px;${TEXT}`,
  item: 'margin:0 0 8px',
  link: 'color:#0b4a6f',
  button: 'background:#0b4a6f;padding:13px 20px;border-radius:3px',
  buttonText: `${FONT};color:#ffffff;font-size:16px;font-weight:bold;text-decoration:none;display:block`,
  foot: 'padding:16px 24px 24px;border-top:1px solid #d5d9de',
  footText: `margin:0 0 8px;${FONT};font-size:14px;line-height:1.5;color:#4a5059`,
} as const;

const table = (style: string, rows: string) =>
  `<table role="presentation" style="border-collapse:collapse;${style}"><tbody>${rows}</tbody></table>`;

/** A whole page in HTML, everything escaped; nothing is loaded from anywhere. */
export function asHtml({ title, blocks, because }: Page): string {
  const foot = [because, FOOTER].filter(line => line !== '');
  const rows = [
    `<tr><td style="${STYLES.bar}">Jalon <span style="${STYLES.house}">${escaped(HOUSE)}</span></td></tr>`,
    `<tr><td style="padding:24px"><h1 style="${STYLES.title}">${escaped(title)}</h1>\n${blocks.map(htmlOf).join('\n')}</td></tr>`,
    `<tr><td style="${STYLES.foot}">${foot.map(line => `<p style="${STYLES.footText}">${escaped(line)}</p>`).join('\n')}</td></tr>`,
  ];
  const card = table('width:100%;max-width:600px;margin:0 auto;background:#ffffff', rows.join('\n'));
  return `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title></head>
<body style="margin:0;background:#f4f5f6">
<main>${table('width:100%;background:#f4f5f6', `<tr><td style="padding:24px 8px">${card}</td></tr>`)}</main>
</body>
</html>
`;
}

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2 style="${STYLES.heading}">${escaped(block.text)}</h2>`;
    case 'paragraph':
      return `<p style="${STYLES.paragraph}">${escaped(block.text)}</p>`;
    case 'link':
      return table('margin:24px 0', `<tr><td style="${STYLES.button}">${linked(block, STYLES.buttonText)}</td></tr>`);
    case 'items':
      return `<ul style="${STYLES.list}">${block.items.map(item => `<li style="${STYLES.item}">${linked(item, STYLES.link)}</li>`).join('')}</ul>`;
  }
}

const linked = ({ text, href }: Item, style: string) =>
  `<a href="${escaped(href)}" style="${style}">${escaped(text)}</a>`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text that may stand anywhere in HTML. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, character => ENTITIES[character] ?? '');
}
