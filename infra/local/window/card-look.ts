/** The three Teams themes, as teams-js names them. */
export type Theme = 'default' | 'dark' | 'contrast';

export function readTheme(text: string | null): Theme {
  return text === 'dark' || text === 'contrast' ? text : 'default';
}

interface Palette {
  text: string;
  soft: string;
  accent: string;
  good: string;
  warning: string;
  attention: string;
  ground: string;
  emphasis: string;
  line: string;
}

const palettes: Readonly<Record<Theme, Palette>> = {
  default: {
    text: '#242424',
    soft: '#5c5c5c',
    accent: '#005eb8',
    good: '#0e700e',
    warning: '#8a3707',
    attention: '#b10e1c',
    ground: '#ffffff',
    emphasis: '#f5f5f5',
    line: '#d1d1d1',
  },
  dark: {
    text: '#ffffff',
    soft: '#c2c2c2',
    accent: '#6cb2f7',
    good: '#9fd89f',
    warning: '#faa06b',
    attention: '#eeacb2',
    ground: '#292929',
    emphasis: '#1f1f1f',
    line: '#424242',
  },
  contrast: {
    text: '#ffffff',
    soft: '#ffffff',
    accent: '#ffff01',
    good: '#ffffff',
    warning: '#ffffff',
    attention: '#ffffff',
    ground: '#000000',
    emphasis: '#000000',
    line: '#ffffff',
  },
};

/** The renderer's host configuration for a theme, after Teams' own measures. */
export function hostConfig(theme: Theme): object {
  const palette = palettes[theme];
  const colour = (plain: string) => ({ default: plain, subtle: plain });
  const foregroundColors = {
    default: { default: palette.text, subtle: palette.soft },
    accent: colour(palette.accent),
    good: colour(palette.good),
    warning: colour(palette.warning),
    attention: colour(palette.attention),
    dark: colour(palette.text),
    light: colour(palette.soft),
  };
  const style = (backgroundColor: string) => ({
    backgroundColor,
    borderColor: palette.line,
    foregroundColors,
  });
  return {
    supportsInteractivity: true,
    fontFamily: '"Segoe UI", "Liberation Sans", Arial, sans-serif',
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    spacing: { none: 0, small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 14 },
    separator: { lineThickness: 1, lineColor: palette.line },
    imageSizes: { small: 32, medium: 52, large: 100 },
    containerStyles: {
      default: style(palette.ground),
      emphasis: style(palette.emphasis),
      accent: style(palette.emphasis),
      good: style(palette.emphasis),
      warning: style(palette.emphasis),
      attention: style(palette.emphasis),
    },
    textStyles: {
      heading: { weight: 'bolder', size: 'medium', color: 'default', isSubtle: false },
    },
    textBlock: { headingLevel: 3 },
    inputs: { label: { inputSpacing: 'small', requiredInputs: { suffix: ' (needed)' } } },
    actions: {
      maxActions: 6,
      spacing: 'medium',
      // The gap is in cards.css: the renderer's own would indent a row that wraps.
      buttonSpacing: 0,
      showCard: { actionMode: 'inline', inlineTopMargin: 12 },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
  };
}
