/**
 * The little Markdown that Teams knows in cards, as HTML: bold, italic, links, lists, and a
 * backslash before a sign that is meant as itself. Everything else is text, whatever it looks like.
 */
export function markdownToHtml(text: string): string {
  const kept: string[] = [];
  const keep = (html: string) => `\uE010${kept.push(html) - 1}\uE011`;
  const withoutEscapes = text.replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) =>
    keep(escapeHtml(sign)),
  );
  const html = lists(escapeHtml(withoutEscapes))
    .replace(/\[([^\]]+)\]\((https?:[^\s)]+)\)/g, (_, words: string, url: string) =>
      keep(`<a href="${url}">${words}</a>`),
    )
    .replace(/\*\*(\S(?:.*?\S)?)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[\s(])_(\S(?:.*?\S)?)_(?=$|[\s).,;:!?])/g, '$1<em>$2</em>')
    .replace(/\*(\S(?:.*?\S)?)\*/g, '<em>$1</em>');
  return restore(html, kept);
}

function restore(html: string, kept: readonly string[]): string {
  const restored = html.replace(/\uE010(\d+)\uE011/g, (_, at: string) => kept[Number(at)] ?? '');
  return restored.includes('\uE010') ? restore(restored, kept) : restored;
}

function lists(html: string): string {
  return html
    .split(/\n{2,}/)
    .map((part) => {
      const lines = part.split('\n');
      if (!lines.every((line) => /^[-*] /.test(line))) return lines.join('<br>');
      return `<ul>${lines.map((line) => `<li>${line.slice(2)}</li>`).join('')}</ul>`;
    })
    .join('<br><br>');
}

function escapeHtml(text: string): string {
  const signs: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
