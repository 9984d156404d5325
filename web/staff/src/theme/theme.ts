import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

/** The look of Lethe in one file: paper, ink, one accent, amber for what is due, red for what is late. */
export const tokens = {
  light: {
    paper: "#faf8f5",
    field: "#fffefc",
    shade: "#f1ede6",
    ink: "#1d2329",
    quiet: "#4a4f54",
    hairline: "#ddd6ca",
    edge: "#857d70",
    accent: "#0d5c63",
    accentHover: "#0a4a50",
    onAccent: "#ffffff",
    due: "#6b4500",
    late: "#8a1c1c",
  },
  dark: {
    paper: "#16191b",
    field: "#1c2023",
    shade: "#22272a",
    ink: "#ece7df",
    quiet: "#bcb6ac",
    hairline: "#383d40",
    edge: "#8b8880",
    accent: "#84cdd2",
    accentHover: "#a3dcdf",
    onAccent: "#10282a",
    due: "#edc06a",
    late: "#ffaba2",
  },
} as const;

export type Tokens = Record<keyof typeof tokens.light, string>;

const accent: MantineColorsTuple = [
  "#eef6f6",
  "#d6e8e9",
  "#b2d8da",
  "#84cdd2",
  "#4fa3a9",
  "#2f858b",
  "#1a6e75",
  "#0d5c63",
  "#0a4a50",
  "#07383c",
];

export const theme = createTheme({
  colors: { accent },
  primaryColor: "accent",
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  fontFamily: "'Atkinson Hyperlegible Next Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: "0.875rem", sm: "0.9375rem", md: "1.0625rem", lg: "1.25rem", xl: "1.75rem" },
  lineHeights: { md: "1.5" },
  defaultRadius: "xs",
  radius: { xs: "3px", sm: "3px", md: "4px" },
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: "sm", variant: "filled" } },
    TextInput: { defaultProps: { size: "md" } },
    NativeSelect: { defaultProps: { size: "md" } },
    Textarea: { defaultProps: { size: "md" } },
    Checkbox: { defaultProps: { size: "md" } },
    Radio: { defaultProps: { size: "md" } },
    PillsInput: { defaultProps: { size: "md" } },
    ModalRoot: { defaultProps: { transitionProps: { duration: 0 } } },
    ModalOverlay: { defaultProps: { color: "#1d2329", backgroundOpacity: 0.35 } },
    Combobox: { defaultProps: { transitionProps: { duration: 0 } } },
  },
});

export const variables: CSSVariablesResolver = () => ({
  variables: {
    "--serif": "'Source Serif 4 Variable', Georgia, serif",
    "--mantine-line-height": "1.5",
  },
  light: schemeVariables(tokens.light),
  dark: schemeVariables(tokens.dark),
});

function schemeVariables(of: Tokens): Record<string, string> {
  return {
    "--paper": of.paper,
    "--field": of.field,
    "--shade": of.shade,
    "--ink": of.ink,
    "--quiet": of.quiet,
    "--hairline": of.hairline,
    "--edge": of.edge,
    "--accent": of.accent,
    "--on-accent": of.onAccent,
    "--due": of.due,
    "--late": of.late,
    "--mantine-color-body": of.paper,
    "--mantine-color-text": of.ink,
    "--mantine-color-bright": of.ink,
    "--mantine-color-dimmed": of.quiet,
    "--mantine-color-anchor": of.accent,
    "--mantine-color-error": of.late,
    "--mantine-color-placeholder": of.quiet,
    "--mantine-color-default": of.field,
    "--mantine-color-default-hover": of.shade,
    "--mantine-color-default-color": of.ink,
    "--mantine-color-default-border": of.edge,
    "--mantine-color-accent-filled": of.accent,
    "--mantine-color-accent-filled-hover": of.accentHover,
    "--mantine-color-accent-light-color": of.accent,
    "--mantine-color-accent-text": of.accent,
    "--mantine-primary-color-contrast": of.onAccent,
    "--table-border-color": of.hairline,
  };
}
