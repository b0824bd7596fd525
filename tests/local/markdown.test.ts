import { expect, test } from 'vitest';
import { markdownToHtml } from '../../infra/local/window/markdown.ts';

test.each([
  ['**bold** and _soft_', '<strong>bold</strong> and <em>soft</em>'],
  ['\\*\\*not bold\\*\\*', '**not bold**'],
  ['\\[x\\](https://nhs.uk)', '[x](https://nhs.uk)'],
  ['a_file_name', 'a_file_name'],
  ['[NHS](https://nhs.uk)', '<a href="https://nhs.uk">NHS</a>'],
  ['[bad](javascript:alert(1))', '[bad](javascript:alert(1))'],
  ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
  ['\\<b\\>', '&lt;b&gt;'],
  ['first\nsecond', 'first<br>second'],
  ['- one\n- two', '<ul><li>one</li><li>two</li></ul>'],
  ['[x](https://a.example/"onclick=1)', '<a href="https://a.example/&quot;onclick=1">x</a>'],
])('%j is drawn as Teams draws it', (text, html) => {
  expect(markdownToHtml(text)).toBe(html);
});
