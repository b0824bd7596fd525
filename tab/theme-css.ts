import {
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  type Theme,
} from '@fluentui/react-theme';

/** The tokens that look.css uses; the themes hold 459 each. */
const used = [
  'colorNeutralForeground1',
  'colorNeutralForeground3',
  'colorNeutralBackground1',
  'colorNeutralBackground1Hover',
  'colorNeutralBackground3',
  'colorNeutralStroke1',
  'colorNeutralStroke2',
  'colorNeutralStrokeAccessible',
  'colorNeutralForegroundOnBrand',
  'colorBrandBackground',
  'colorBrandBackgroundHover',
  'colorBrandBackground2',
  'colorBrandForeground1',
  'colorBrandForegroundLink',
  'colorStrokeFocus1',
  'colorStrokeFocus2',
  'colorStatusSuccessForeground1',
  'colorStatusSuccessBackground1',
  'colorStatusSuccessBorder1',
  'colorStatusWarningForeground1',
  'colorStatusWarningBackground1',
  'colorStatusWarningBorder1',
] as const satisfies readonly (keyof Theme)[];
type Token = (typeof used)[number];

/** NHS blue where Teams has its purple. High contrast keeps its own colours. */
const nhsLight: Partial<Record<Token, string>> = {
  colorBrandBackground: '#005eb8',
  colorBrandBackgroundHover: '#004b93',
  colorBrandBackground2: '#ebf3fc',
  colorBrandForeground1: '#005eb8',
  colorBrandForegroundLink: '#005eb8',
  // Fluent's own orange has 4.4 to 1 on its background: too little for small words.
  colorStatusWarningForeground1: '#8a3707',
};
const nhsDark: Partial<Record<Token, string>> = {
  colorBrandBackground: '#005eb8',
  colorBrandBackgroundHover: '#1a6fc4',
  colorBrandBackground2: '#0a2e4f',
  colorBrandForeground1: '#6cb2f7',
  colorBrandForegroundLink: '#6cb2f7',
};

/**
 * The three Teams themes as CSS variables, chosen by `data-theme` on the root element. Paper is
 * light, whatever the screen is.
 */
export function themeCss(): string {
  return [
    block(':root', { ...teamsLightTheme, ...nhsLight }, 'light'),
    '@media screen {',
    block(":root[data-theme='dark']", { ...teamsDarkTheme, ...nhsDark }, 'dark'),
    block(":root[data-theme='contrast']", contrast(), 'dark'),
    '}',
  ].join('\n');
}

/** Fluent's high-contrast buttons are white on black; links yellow, what is chosen turquoise. */
function contrast(): Theme {
  return {
    ...teamsHighContrastTheme,
    colorBrandForeground1: teamsHighContrastTheme.colorCompoundBrandForeground1,
  };
}

function block(selector: string, theme: Theme, scheme: string): string {
  const lines = used.map((token) => `  --${token}: ${theme[token]};`);
  return `${selector} {\n  color-scheme: ${scheme};\n${lines.join('\n')}\n}`;
}
