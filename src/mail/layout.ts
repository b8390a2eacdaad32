/** A piece of a mail, laid out as text and as HTML. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'items'; readonly items: readonly Item[] };

export interface Item {
  readonly text: string;
  readonly href: string;
}

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

const FOOTER =
  'Message envoyé par Jalon, le suivi des pôles de développement de l’ESS de la Région Bretagne. Il a été écrit par une machine : une réponse ne serait pas lue.';

export function asText(blocks: readonly Block[]): string {
  return `${[...blocks.map(textOf), '-- ', FOOTER].join('\n\n').replace('-- \n\n', '-- \n')}\n`;
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'link':
      return `${block.text} :\n${block.href}`;
    case 'items':
      return block.items.map(({ text, href }) => `- ${text}\n  ${href}`).join('\n');
  }
}

/** A whole page in HTML, everything escaped; nothing is loaded from anywhere. */
export function asHtml(subject: string, blocks: readonly Block[]): string {
  return `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body style="font-family: sans-serif; font-size: 16px; line-height: 1.5; color: #1b1b1b; background: #fff">
${blocks.map(htmlOf).join('\n')}
<p style="font-size: 14px; color: #505050">${escaped(FOOTER)}</p>
</body>
</html>
`;
}

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${escaped(block.text)}</p>`;
    case 'link':
      return `<p><a href="${escaped(block.href)}">${escaped(block.text)}</a></p>`;
    case 'items':
      return `<ul>${block.items.map(({ text, href }) => `<li><a href="${escaped(href)}">${escaped(text)}</a></li>`).join('')}</ul>`;
  }
}

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
